import BareMetal
import Hardware
import Testing
import World

/// The cases are Ironic's own, of its `drivers/modules/network` tests.
@Suite("A VIF")
struct VIFTests {
    /// One port by itself, a free portgroup, one of whose members one is taken, and a taken one
    /// with a free member; each on a physical network of its own where wanted.
    private struct Rack {
        let single = Sample.port(1)
        let bond: Portgroup
        let open: Portgroup
        let taken: Portgroup
        let all: NodePorts

        init(onNetworks isOnNetworks: Bool) {
            bond = Sample.group(100)
            open = Sample.group(200)
            taken = Sample.group(300, vif: "some-vif-2")
            func net(_ number: Int) -> PhysicalNetwork? {
                isOnNetworks ? PhysicalNetwork("physnet\(number)") : nil
            }
            let ports = [
                single,
                Sample.port(10, in: bond, on: net(1)), Sample.port(11, in: bond, on: net(1)),
                Sample.port(20, in: open, on: net(2)), Sample.port(21, in: open, on: net(2)),
                Sample.port(22, in: open, on: net(2), vif: "some-vif"),
                Sample.port(30, in: taken, on: net(3)),
            ]
            all = NodePorts(of: "node-1", ports, [bond, open, taken])
        }

        func free(
            on networks: Set<PhysicalNetwork>, at place: VIFRequest.Place = .any
        ) throws -> Set<Identifier> {
            Set(try all.free(for: VIFRequest("vif", on: networks, at: place)).map(\.uuid))
        }
    }

    private static let (single, bond) = (Sample.id(1), Sample.id(100))
    private static let (first, second) = (Sample.id(20), Sample.id(21))

    @Test(
        "may go to free ports, free portgroups, and the free members of those in use one by one",
        arguments: [
            (false, ["anyphysnet"], [single, bond, first, second]),
            (true, [], [single, bond, first, second]), (true, ["notaphysnet"], [single]),
            (true, ["physnet1"], [bond, single]), (true, ["physnet2"], [single, first, second]),
            (true, ["physnet3"], [single]),
            (true, ["physnet1", "physnet2", "physnet3"], [bond, single, first, second]),
        ] as [(Bool, Set<PhysicalNetwork>, Set<Identifier>)])
    func free(
        isOnNetworks: Bool, networks: Set<PhysicalNetwork>, expected: Set<Identifier>
    ) throws {
        #expect(try Rack(onNetworks: isOnNetworks).free(on: networks) == expected)
    }

    @Test(
        "goes only to the port or portgroup that was named, if that is free",
        arguments: [
            (.port(single), [single]), (.portgroup(bond), [bond]), (.portgroup(Sample.id(200)), []),
            (.port(Sample.id(999)), []),
        ] as [(VIFRequest.Place, Set<Identifier>)])
    func named(place: VIFRequest.Place, expected: Set<Identifier>) throws {
        #expect(try Rack(onNetworks: false).free(on: [], at: place) == expected)
    }

    private func choice(
        _ ports: [Port], _ groups: [Portgroup] = [], on networks: Set<PhysicalNetwork>
    ) throws -> Identifier {
        try NodePorts(of: "node-1", ports, groups)
            .choose(for: VIFRequest("vif", on: networks)).uuid
    }

    @Test("prefers a port that may start from the network")
    func pxe() throws {
        let ports = [Sample.port(1) { $0.isPXEEnabled = false }, Sample.port(2)]
        #expect(try choice(ports, on: ["anyphysnet"]) == Sample.id(2))
    }

    @Test("prefers a port on its own physical network to all else")
    func physicalNetwork() throws {
        let own = Sample.port(1, on: "physnet1") { $0.isPXEEnabled = false }
        #expect(try choice([own, Sample.port(2)], on: ["physnet1"]) == own.uuid)
        let group = Sample.group(100)
        let member = Sample.port(3, in: group)
        #expect(try choice([own, member], [group], on: ["physnet1"]) == own.uuid)
        let other = Sample.group(200)
        let ports = [
            Sample.port(1), Sample.port(2, in: group), Sample.port(3, in: other, on: "physnet1"),
        ]
        #expect(try choice(ports, [group, other], on: ["physnet1"]) == other.uuid)
    }

    @Test("prefers portgroups to ports, but not those that bond nothing")
    func portgroup() throws {
        let group = Sample.group(100)
        let ports = [Sample.port(1), Sample.port(2, in: group)]
        #expect(try choice(ports, [group], on: ["anyphysnet"]) == group.uuid)
        #expect(try choice([Sample.port(1)], [group], on: ["anyphysnet"]) == Sample.id(1))
    }

    @Test("goes to a free member where others of its portgroup are in use")
    func standalone() throws {
        let group = Sample.group(100)
        let ports = [Sample.port(1, in: group, vif: "some-vif"), Sample.port(2, in: group)]
        #expect(try choice(ports, [group], on: ["anyphysnet"]) == Sample.id(2))
    }

    @Test("is attached once: a second time is a conflict")
    func attachedAlready() throws {
        let group = Sample.group(100, vif: "vif")
        let ports = NodePorts(of: "node-1", [Sample.port(1), Sample.port(2, in: group)], [group])
        let conflict = RecordRefusal.alreadyAttached("vif", to: group.uuid)
        #expect(conflict.status == 409)
        #expect(throws: conflict) { try ports.choose(for: VIFRequest("vif")) }
        let port = Sample.port(3, vif: "vif")
        #expect(throws: RecordRefusal.alreadyAttached("vif", to: port.uuid)) {
            try NodePorts(of: "node-1", [port]).choose(for: VIFRequest("vif"))
        }
    }

    @Test("is refused where nothing is free, or nothing reaches its network")
    func nothingFree() {
        let none = RecordRefusal.noFreePort("vif")
        #expect(none.status == 400)
        #expect(throws: none) { try choice([Sample.port(1, vif: "other")], on: ["anyphysnet"]) }
        #expect(throws: none) { try choice([Sample.port(1, on: "physnet1")], on: ["physnet2"]) }
        #expect(throws: none) { try choice([], on: []) }
    }

    @Test("is refused where the ports of a portgroup are on several physical networks")
    func inconsistent() {
        let group = Sample.group(100)
        let ports = [Sample.port(1, in: group, on: "physnet1"), Sample.port(2, in: group)]
        #expect(throws: RecordRefusal.self) { try choice(ports, [group], on: ["physnet1"]) }
    }

    @Test("of a network that plugs switches needs to know the port's cable")
    func cable() throws {
        func free(
            _ interface: NetworkInterface, _ change: (inout Port) -> Void
        ) throws -> Bool {
            let ports = NodePorts(of: "node-1", [Sample.port(1, change)], interface: interface)
            return try !ports.free(for: VIFRequest("vif")).isEmpty
        }
        let link = LocalLinkConnection(switchID: "0a:1b:2c:3d:4e:5f", portID: "Ethernet3/1")
        let smart = LocalLinkConnection(portID: "rep0-0", hostname: "host1")
        #expect(try !free(.neutron) { _ in })
        #expect(try free(.flat) { _ in })
        #expect(try free(.neutron) { $0.localLink = link })
        #expect(try free(.neutron) { $0.extra = ["client-id": "ff:00"] })
        #expect(try !free(.neutron) { ($0.localLink, $0.isSmartNIC) = (link, true) })
        #expect(try free(.neutron) { ($0.localLink, $0.isSmartNIC) = (smart, true) })
        #expect(try !free(.neutron) { $0.localLink = smart })
    }

    @Test("is listed while it is attached, and gone once it is detached")
    func detached() throws {
        let group = Sample.group(100)
        var ports = NodePorts(of: "node-1", [Sample.port(1), Sample.port(2, in: group)], [group])
        try ports.attach(VIFRequest("a"))
        try ports.attach(VIFRequest("b"))
        #expect(ports.vifs == ["b", "a"])
        #expect(ports.portgroups.first?.vifs[.tenant] == "a")
        #expect(try ports.detach("a").uuid == group.uuid)
        #expect(ports.vifs == ["b"])
        #expect(throws: RecordRefusal.notAttached("a", "node-1")) { try ports.detach("a") }
        #expect(ports.detachAll().map(\.uuid) == [Sample.id(1)])
        #expect(ports.vifs.isEmpty)
    }

    @Test("of cleaning, provisioning or rescue is the current one while the instance has its own")
    func current() {
        for use in NetworkUse.allCases where use != .tenant {
            let port = Sample.port(1, vif: "tenant-vif") { $0.vifs[use] = "other-vif" }
            #expect(port.currentVIF == "other-vif")
        }
        #expect(Sample.port(1, vif: "tenant-vif").currentVIF == "tenant-vif")
        #expect(Sample.port(1).currentVIF == nil)
    }
}
