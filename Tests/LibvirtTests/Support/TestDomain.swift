import Documents
import Hardware
import Libvirt
import Synchronization

/// A domain of a test's own on libvirt's test hypervisor, whose domains live as long as any
/// connection of the process does.
struct TestDomain {
    static let mac = MACAddress(rawValue: 0x5254_0000_0001)

    let hypervisor: Hypervisor
    let controller: LibvirtController
    var name: DomainName { controller.domain }

    /// Defines it; it is off.
    init(_ change: (inout XMLElement) -> Void = { _ in }) async throws {
        hypervisor = Hypervisor(try LibvirtURI("test:///default"))
        let name = DomainName("node-\(Self.made.add(1, ordering: .relaxed).newValue)")
        var description = Self.description(name).xml
        change(&description)
        try await hypervisor.define(description)
        controller = hypervisor.controller(of: name)
    }

    private static let made = Atomic(0)

    static func description(_ name: DomainName) -> DomainDescription {
        var description = DomainDescription(
            name, type: "test", processors: 2, architecture: "i686", memory: .mebibytes(256))
        description.disks = [DomainDisk(path: "/\(name).raw", format: .raw, size: .gibibytes(1))]
        description.interfaces = [DomainInterface(mac, .network("default"))]
        description.bootOrder = [.disk, .network]
        return description
    }

    /// Kinds of devices, in the order in which the domain tries them.
    func kinds() async throws -> [String] {
        let boots = try await controller.description().child("os")?.children(named: "boot") ?? []
        return boots.compactMap { $0[attribute: "dev"] }
    }
}
