import Documents
public import Hardware

/// What a domain is made of, as far as its description tells.
public struct DomainFacts: Sendable, Hashable {
    public let uuid: String
    public let processors: Int
    public let memory: ByteCount
    public let architecture: Architecture
    public let interfaces: [MACAddress]

    /// - Parameter description: as libvirt tells it.
    init(_ description: XMLElement) {
        uuid = description.child("uuid")?.content ?? ""
        processors = description.child("vcpu").flatMap { Int($0.content) } ?? 1
        // libvirt always tells it in KiB.
        let kibibytes = description.child("memory").flatMap { Int64($0.content) } ?? 0
        memory = ByteCount(bytes: max(kibibytes, 0) << 10)
        let type = description.child("os")?.child("type")
        architecture = Architecture(type?[attribute: "arch"] ?? "x86_64")
        let devices = description.child("devices")?.children(named: "interface") ?? []
        interfaces = devices.compactMap {
            $0.child("mac")?[attribute: "address"].flatMap { MACAddress($0) }
        }
    }
}

extension DomainFacts {
    /// The same as controllers tell it.
    public var machine: MachineFacts {
        MachineFacts(
            identity: BMCIdentity(
                manufacturer: "Updraft", product: "Virtual BMC", serialNumber: uuid),
            processor: ProcessorFacts(
                count: processors, architecture: architecture, model: "virtual"),
            memory: memory, disks: [],
            interfaces: interfaces.enumerated().map {
                InterfaceFacts(
                    name: "eth\($0)", address: $1, hasCarrier: true, speed: .gigabits(1))
            }, bmcHost: nil, bootMode: .bios, bootInterface: nil)
    }
}

extension LibvirtController {
    public func facts() async throws(LibvirtError) -> DomainFacts {
        DomainFacts(try await description())
    }
}
