import Hardware
import Networks
import NodeAgent
import SimulatedDatacenter
import Simulation
import Testing
import World

@testable import BareMetal

@Suite("A node's networks")
struct NetworkInterfaceTests {
    private static let options: ConductorOptions = {
        var options = ConductorOptions()
        options.networkInterface = .neutron
        return options
    }()
    private static let instance = Instance(
        id: Identifier(text: "instance-1"), owner: "server", image: Bench.image, vifs: ["vif-1"],
        vlan: .tenant)
    private static let second = MACAddress(rawValue: 0x5254_0000_00ff)

    /// Where the switch port behind the node's first interface was put, one after the other; nil
    /// where it was given back.
    private static func ways(_ bench: Bench) -> [VLAN?] {
        let key = DocumentKey(
            kind: PortBinding.kind, id: bench.machine.facts.interfaces[0].address.description)
        var ways: [VLAN?] = []
        for change in bench.commits.read({ $0 }).flatMap(\.changes) where change.key == key {
            let vlan = (change.after as? PortBinding)?.vlan
            if ways.isEmpty || ways.last != .some(vlan) { ways.append(vlan) }
        }
        return ways
    }

    /// Changes the node's port, as its operator does.
    private static func amend(
        _ bench: Bench, _ change: (inout Port) -> Void, adding more: [Port] = []
    ) async throws {
        let handle = bench.store.handle(for: bench.operatorProcess)
        var transaction = Transaction()
        for stored in try await handle.scan(Port.self) {
            var port = stored.document
            change(&port)
            transaction.replace(stored, with: port)
        }
        for port in more { transaction.insert(port) }
        try await handle.commit(transaction)
    }

    private static func cable(_ port: inout Port) {
        port.localLink = LocalLinkConnection(
            switchID: "02:00:00:00:00:01", portID: "Ethernet1/1", switchInfo: "rack-1")
    }

    /// A node with a cabled port under a conductor that binds ports.
    private static func found(
        _ bench: Bench, in state: ProvisionState,
        _ change: @escaping @Sendable (inout Node) -> Void = { _ in },
        port: @Sendable (inout Port) -> Void = { _ in }, adding more: [Port] = []
    ) async throws -> Station {
        let station = try await bench.found(in: state, options: options, change)
        try await amend(
            bench,
            {
                cable(&$0)
                port(&$0)
            }, adding: more)
        return station
    }

    @Test("add_cleaning_network before the ramdisk, remove_cleaning_network after it")
    func cleaning() throws {
        let bench = Bench()
        try bench.run {
            let station = try await Self.found(bench, in: .manageable)
            try await station.conductor.request(.provide, of: "node-1")
            try await bench.reach(.available, within: .seconds(900))
            #expect(Self.ways(bench) == [.cleaning, nil])
        }
    }

    @Test("add_provisioning_network, then configure_tenant_networks once the agent is gone")
    func deployment() throws {
        let bench = Bench()
        try bench.run {
            let station = try await Self.found(bench, in: .available)
            try await station.conductor.request(.deploy(Self.instance), of: "node-1")
            try await bench.reach(.active, within: .seconds(900))
            #expect(Self.ways(bench) == [.provisioning, .tenant])
            try await station.conductor.request(.undeploy, of: "node-1")
            try await bench.reach(.available, within: .seconds(900))
            #expect(Self.ways(bench) == [.provisioning, .tenant, nil, .cleaning, nil])
        }
    }

    @Test("add_rescuing_network for a rescue, and the tenant's again after it")
    func rescue() throws {
        let bench = Bench()
        try bench.run {
            bench.machine.install(Bench.image.digest)
            let station = try await Self.found(bench, in: .active) {
                $0.instance = Self.instance
            } port: {
                $0.vifs[.tenant] = "vif-1"
            }
            try await station.conductor.request(.rescue(NodeOperation.password), of: "node-1")
            try await bench.reach(.rescue, within: .seconds(900))
            #expect(Self.ways(bench) == [.rescuing])
            try await station.conductor.request(.unrescue, of: "node-1")
            try await bench.reach(.active, within: .seconds(900))
            #expect(Self.ways(bench) == [.rescuing, .tenant])
        }
    }

    @Test("configure_tenant_networks fails where no port or portgroup carries a VIF")
    func noVIF() throws {
        let bench = Bench()
        try bench.run {
            let station = try await Self.found(bench, in: .available)
            try await station.conductor.request(.deploy(NodeOperation.instance), of: "node-1")
            try await bench.reach(.deployFailed, within: .seconds(900))
            #expect(bench.node.lastError?.contains("carries a VIF") == true)
        }
    }

    @Test("a ramdisk's network needs a port whose local_link_connection is known")
    func unknownCable() throws {
        let bench = Bench()
        try bench.run {
            let station = try await bench.found(in: .manageable, options: Self.options)
            try await station.conductor.request(.provide, of: "node-1")
            try await bench.reach(.cleanFailed, within: .seconds(900))
            #expect(bench.node.lastError?.contains("cables of its ports end") == true)
            #expect(Self.ways(bench).isEmpty)
        }
    }

    @Test("flat binds no port, whatever is known of its cable; a node may differ from the default")
    func flat() throws {
        let bench = Bench()
        try bench.run {
            let station = try await Self.found(bench, in: .manageable) {
                $0.driverSettings = DriverSettings(interfaces: ["network_interface": "flat"])
            }
            try await station.conductor.request(.provide, of: "node-1")
            try await bench.reach(.available, within: .seconds(900))
            #expect(Self.ways(bench).isEmpty)
        }
    }

    @Test("inspection is in the default network, and fills local_link_connection where empty")
    func inspection() throws {
        let bench = Bench()
        try bench.run {
            let station = try await bench.found(in: .manageable, options: Self.options)
            try await Self.amend(bench, { $0.localLink = LocalLinkConnection(portID: "known") })
            try await station.conductor.request(.inspect, of: "node-1")
            try await bench.wait(upTo: .seconds(60), for: "an offer") {
                !bench.store.snapshot(of: PXEConfiguration.self).isEmpty
            }
            let offer = bench.store.snapshot(of: PXEConfiguration.self).first?.document
            #expect(offer?.vlan == .ctlplane)
            try await bench.reach(.manageable, within: .seconds(900))
            let link = bench.store.snapshot(of: Port.self).first?.document.localLink
            #expect(link?.portID == "known" && link?.switchInfo == "rack-1")
            #expect(link?.switchID == "02:00:00:00:00:01")
            #expect(Self.ways(bench).isEmpty)
        }
    }

    @Test("only ports with pxe_enabled are offered the ramdisk, never a portgroup's own address")
    func pxeEnabled() throws {
        let bench = Bench()
        try bench.run {
            let bond = MACAddress(rawValue: 0x5254_0000_0b0d)
            var group = Portgroup(uuid: Identifier(text: "group"), node: "node-1")
            group.address = bond
            var other = Port(address: Self.second, node: "node-1")
            (other.isPXEEnabled, other.portgroup) = (false, group.uuid)
            let station = try await bench.found(in: .manageable) {
                $0.addresses.append(Self.second)
            }
            try await Self.amend(bench, { _ in }, adding: [other])
            try await station.conductor.request(.provide, of: "node-1")
            try await bench.wait(upTo: .seconds(120), for: "an offer") {
                !bench.store.snapshot(of: PXEConfiguration.self).isEmpty
            }
            let offered = bench.store.snapshot(of: PXEConfiguration.self).map(\.document.address)
            #expect(offered == [bench.machine.facts.interfaces[0].address])
            try await bench.reach(.available, within: .seconds(900))
        }
    }

    @Test("a node without a port with pxe_enabled fails, for that reason")
    func nothingEnabled() throws {
        let bench = Bench()
        try bench.run {
            let station = try await bench.found(in: .manageable)
            try await Self.amend(bench, { $0.isPXEEnabled = false })
            try await station.conductor.request(.provide, of: "node-1")
            try await bench.reach(.cleanFailed, within: .seconds(900))
            #expect(bench.node.lastError?.contains("may start from the network") == true)
        }
    }

    @Test("a VIF goes to one port, and the others leave the provisioning network")
    func oneVIF() throws {
        let bench = Bench()
        try bench.run {
            var other = Port(address: Self.second, node: "node-1")
            Self.cable(&other)
            other.localLink?.portID = "Ethernet1/2"
            let station = try await Self.found(
                bench, in: .available, { $0.addresses.append(Self.second) }, adding: [other])
            try await station.conductor.request(.deploy(Self.instance), of: "node-1")
            try await bench.reach(.active, within: .seconds(900))
            let bound = bench.store.snapshot(of: PortBinding.self).map(\.document)
            #expect(bound.map(\.vlan) == [.tenant])
        }
    }

    @Test("all members of a portgroup that carries a VIF are bound to the tenant's network")
    func portgroup() throws {
        let bench = Bench()
        try bench.run {
            let group = Portgroup(uuid: Identifier(text: "group"), node: "node-1")
            let handle = bench.store.handle(for: bench.operatorProcess)
            var transaction = Transaction()
            transaction.insert(group)
            try await handle.commit(transaction)
            var other = Port(address: Self.second, node: "node-1")
            Self.cable(&other)
            other.portgroup = group.uuid
            let station = try await Self.found(
                bench, in: .available, { $0.addresses.append(Self.second) },
                port: { $0.portgroup = group.uuid }, adding: [other])
            try await station.conductor.request(.deploy(Self.instance), of: "node-1")
            try await bench.reach(.active, within: .seconds(900))
            let bound = bench.store.snapshot(of: PortBinding.self).map(\.document)
            #expect(bound.map(\.vlan) == [.tenant, .tenant])
        }
    }

    @Test("a system that is heard in another network than its ports' has them bound anew")
    func boundAnew() throws {
        let bench = Bench()
        try bench.run {
            let station = try await Self.found(bench, in: .active) {
                $0.instance = Self.instance
            } port: {
                $0.vifs[.tenant] = "vif-1"
            }
            func word(_ vlan: VLAN) -> CheckIn {
                CheckIn(
                    addresses: bench.node.addresses, host: "machine-1", image: Bench.image.digest,
                    vlan: vlan)
            }
            _ = try await station.conductor.notice(word(.tenant), from: "node-1")
            #expect(Self.ways(bench).isEmpty)
            _ = try await station.conductor.notice(word(.provisioning), from: "node-1")
            #expect(Self.ways(bench) == [.tenant])
        }
    }
}
