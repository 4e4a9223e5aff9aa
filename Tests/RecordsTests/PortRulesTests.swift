import BareMetal
import Hardware
import Testing
import World

@Suite("A port or portgroup")
struct PortRulesTests {
    private static let describable: [ProvisionState] = [
        .enroll, .inspectWait, .manageable,
    ]

    private func change(
        _ state: ProvisionState, maintained: Bool = false,
        _ edit: (inout Port) -> Void
    ) throws {
        let old = Sample.port(1)
        var new = old
        edit(&new)
        let node = Sample.node("node-1", state) {
            if maintained { $0.maintenance = Maintenance(reason: "cables", fault: nil) }
        }
        let siblings = NodePorts(of: "node-1", [old], [Sample.group(100)])
        _ = try PortRules.change(old, to: new, on: node, among: siblings)
    }

    @Test(
        "keeps its connection unless its node is new, in hand or in maintenance",
        arguments: ProvisionState.allCases)
    func cabling(_ state: ProvisionState) throws {
        let edits: [(inout Port) -> Void] = [
            { $0.isPXEEnabled = false }, { $0.physicalNetwork = "physnet1" },
            { $0.localLink = LocalLinkConnection(networkType: .unmanaged) },
            { $0.portgroup = Sample.id(100) },
        ]
        for edit in edits {
            if Self.describable.contains(state) {
                try change(state, edit)
            } else {
                #expect(throws: RecordRefusal.self) { try change(state, edit) }
            }
            guard state != .inspecting else { continue }
            try change(state, maintained: true, edit)
        }
    }

    @Test("may be told more about itself in any state but inspecting")
    func extra() throws {
        try change(.active) { $0.extra = ["foo": "bar"] }
        #expect(throws: RecordRefusal.self) { try change(.inspecting) { $0.name = "port1" } }
    }

    @Test("keeps its address while its node is in use, unless in maintenance")
    func address() throws {
        let edit: (inout Port) -> Void = { $0.address = MACAddress(rawValue: 77) }
        #expect(throws: RecordRefusal.self) { try change(.active, edit) }
        try change(.active, maintained: true, edit)
        try change(.manageable, edit)
        let claimed = Sample.node("node-1", .deployFailed) {
            let image = ImageReference(name: "i", digest: "d", size: .gibibytes(1))
            $0.instance = Instance(id: Sample.id(9), owner: "server", image: image)
        }
        #expect(throws: RecordRefusal.self) {
            _ = try PortRules.change(
                Sample.port(1), to: Sample.port(1).readdressed(MACAddress(rawValue: 77)),
                on: claimed, among: NodePorts(of: "node-1", [Sample.port(1)]))
        }
    }

    @Test("joins only portgroups of its own node")
    func foreignGroup() {
        let port = Sample.port(1, in: Sample.group(100))
        #expect(throws: RecordRefusal.invalid("portgroup \(Sample.id(100)) is not of node node-1"))
        { _ = try PortRules.add(port, to: NodePorts(of: "node-1", [])) }
    }

    @Test("shares its physical network with all members of its portgroup")
    func sharedNetwork() throws {
        let group = Sample.group(100)
        let member = Sample.port(1, in: group, on: "physnet1")
        let siblings = NodePorts(of: "node-1", [member], [group])
        _ = try PortRules.add(Sample.port(2, in: group, on: "physnet1"), to: siblings)
        for other in ["physnet2", nil] as [PhysicalNetwork?] {
            #expect(throws: RecordRefusal.self) {
                _ = try PortRules.add(Sample.port(2, in: group, on: other), to: siblings)
            }
        }
        let divided = NodePorts(
            of: "node-1", [member, Sample.port(2, in: group, on: "physnet2")], [group])
        #expect(throws: RecordRefusal.self) {
            _ = try PortRules.add(Sample.port(3, in: group, on: "physnet1"), to: divided)
        }
    }

    @Test("brings its physical network to a portgroup that has none and no members")
    func adoptedNetwork() throws {
        let empty = NodePorts(of: "node-1", [], [Sample.group(100)])
        let port = Sample.port(1, in: Sample.group(100), on: "physnet1")
        #expect(try PortRules.add(port, to: empty)?.physicalNetwork == "physnet1")
        #expect(try PortRules.add(Sample.port(1, in: Sample.group(100)), to: empty) == nil)
        let named = Sample.group(100) { $0.physicalNetwork = "physnet2" }
        #expect(throws: RecordRefusal.self) {
            _ = try PortRules.add(port, to: NodePorts(of: "node-1", [], [named]))
        }
    }

    @Test("starts nothing by itself as a member of a portgroup whose ports do not stand alone")
    func standalone() throws {
        let group = Sample.group(100) { $0.supportsStandalonePorts = false }
        let siblings = NodePorts(of: "node-1", [], [group])
        let old = Sample.port(1) { $0.isPXEEnabled = false }
        var new = old
        new.portgroup = group.uuid
        _ = try PortRules.change(old, to: new, on: Sample.node(), among: siblings)
        new.isPXEEnabled = true
        #expect(throws: RecordRefusal.self) {
            _ = try PortRules.change(old, to: new, on: Sample.node(), among: siblings)
        }
        new = old
        new.portgroup = group.uuid
        new.vifs[.tenant] = "vif"
        #expect(throws: RecordRefusal.self) {
            _ = try PortRules.change(old, to: new, on: Sample.node(), among: siblings)
        }
    }

    @Test("of a smart NIC says where its own agent is")
    func smartNIC() throws {
        let none = NodePorts(of: "node-1", [])
        var port = Sample.port(1) { $0.isSmartNIC = true }
        #expect(throws: RecordRefusal.self) { _ = try PortRules.add(port, to: none) }
        port.localLink = LocalLinkConnection(portID: "rep0-0", hostname: "host1")
        _ = try PortRules.add(port, to: none)
    }

    @Test("stays while a VIF uses it, unless its node is in maintenance")
    func removal() throws {
        let port = Sample.port(1) { $0.vifs[.cleaning] = "vif" }
        #expect(throws: RecordRefusal.wrongState("port \(port.uuid) is in use by VIF vif")) {
            try PortRules.checkRemoval(of: port, from: Sample.node())
        }
        let maintained = Sample.node { $0.maintenance = Maintenance(reason: "", fault: nil) }
        try PortRules.checkRemoval(of: port, from: maintained)
        try PortRules.checkRemoval(of: Sample.port(1), from: Sample.node())
    }

    @Test("with a name or an address is the only one of its kind with it")
    func unique() throws {
        let named = Sample.group(1) {
            ($0.name, $0.address) = ("bond0", MACAddress(rawValue: 5))
        }
        try PortRules.check(adding: named, to: [named, Sample.group(2)])
        let twin = Sample.group(2) { $0.name = "bond0" }
        let echo = Sample.group(2) { $0.address = MACAddress(rawValue: 5) }
        for other in [twin, echo] {
            #expect(throws: RecordRefusal.self) { try PortRules.check(adding: named, to: [other]) }
        }
        #expect(throws: RecordRefusal.invalid("'bond 0' is no portgroup's name")) {
            try PortRules.check(adding: Sample.group(3) { $0.name = "bond 0" }, to: [])
        }
    }

    @Test("gives its members the physical network it is put on")
    func groupNetwork() throws {
        let old = Sample.group(100)
        var new = old
        new.physicalNetwork = "physnet1"
        let members = [Sample.port(1, in: old), Sample.port(2, in: old, on: "physnet1")]
        let changed = try PortRules.change(
            old, to: new, on: Sample.node("node-1", .active), members: members, others: [old])
        #expect(changed.map(\.uuid) == [Sample.id(1)])
        #expect(changed.first?.physicalNetwork == "physnet1")
    }

    @Test("moves to another node only without members, and while that is new or in maintenance")
    func groupMove() throws {
        let old = Sample.group(100)
        var new = old
        new.node = "node-2"
        func move(_ state: ProvisionState, _ members: [Port] = []) throws {
            _ = try PortRules.change(
                old, to: new, on: Sample.node("node-2", state), members: members, others: [])
        }
        try move(.manageable)
        #expect(throws: RecordRefusal.self) { try move(.active) }
        #expect(throws: RecordRefusal.self) { try move(.manageable, [Sample.port(1, in: old)]) }
        #expect(throws: RecordRefusal.self) {
            try PortRules.checkRemoval(of: old, members: [Sample.port(1, in: old)])
        }
    }

    @Test("stops supporting standalone ports only while no member uses that")
    func groupStandalone() throws {
        let old = Sample.group(100)
        var new = old
        new.supportsStandalonePorts = false
        func change(_ member: Port) throws {
            _ = try PortRules.change(
                old, to: new, on: Sample.node(), members: [member], others: [])
        }
        #expect(throws: RecordRefusal.self) { try change(Sample.port(1, in: old)) }
        try change(Sample.port(1, in: old) { $0.isPXEEnabled = false })
        #expect(throws: RecordRefusal.self) {
            try change(Sample.port(1, in: old, vif: "vif") { $0.isPXEEnabled = false })
        }
    }
}
