import BareMetal
import Hardware
import Testing
import World

@Suite("A volume record")
struct VolumeRulesTests {
    private func target(_ number: Int, _ index: Int, _ node: NodeName = "node-1") -> VolumeTarget {
        VolumeTarget(
            uuid: Sample.id(number), node: node, volumeType: "iscsi", volumeID: "v\(number)",
            bootIndex: index)
    }

    private func connector(_ number: Int, _ type: String, _ name: String) -> VolumeConnector {
        VolumeConnector(uuid: Sample.id(number), node: "node-1", type: type, connectorID: name)
    }

    @Test("of a target has a boot index of its own on its node")
    func bootIndex() throws {
        try VolumeRules.check(target(1, 0), among: [target(1, 0), target(2, 1)])
        try VolumeRules.check(target(1, 0), among: [target(2, 0, "node-2")])
        #expect(throws: RecordRefusal.self) {
            try VolumeRules.check(target(1, 0), among: [target(2, 0)])
        }
    }

    @Test("of a connector has a name of its own among those of its type")
    func connectorID() throws {
        try VolumeRules.check(connector(1, "iqn", "a"), among: [connector(2, "wwpn", "a")])
        try VolumeRules.check(connector(1, "iqn", "a"), among: [connector(1, "iqn", "a")])
        #expect(throws: RecordRefusal.self) {
            try VolumeRules.check(connector(1, "iqn", "a"), among: [connector(2, "iqn", "a")])
        }
    }

    @Test("changes only while its machine is known to be off", arguments: [PowerState.on, nil])
    func power(_ state: PowerState?) throws {
        try VolumeRules.checkChange(on: Sample.node("node-1", .active))
        let running = Sample.node("node-1", .active) { $0.powerState = state }
        #expect(throws: RecordRefusal.self) { try VolumeRules.checkChange(on: running) }
        #expect(throws: RecordRefusal.self) { try VolumeRules.checkRemoval(on: running) }
    }

    @Test(
        "goes at any power where its node could go too",
        arguments: [ProvisionState.manageable, .enroll, .adoptFailed])
    func removal(_ state: ProvisionState) throws {
        try VolumeRules.checkRemoval(on: Sample.node("node-1", state) { $0.powerState = .on })
    }

    @Test("of index 0 is what its node starts from, and the disk where there is none")
    func root() {
        #expect(VolumeRules.root(among: []) == .disk)
        #expect(VolumeRules.root(among: [target(1, 1)]) == .disk)
        #expect(VolumeRules.root(among: [target(1, 1), target(2, 0)]) == .volume(Sample.id(2)))
    }

    @Test("that a chassis has nodes keeps the chassis")
    func chassis() throws {
        let chassis = Chassis(uuid: Sample.id(1), description: "Sample chassis")
        try chassis.checkRemoval(nodes: [Sample.node()])
        #expect(throws: RecordRefusal.self) {
            try chassis.checkRemoval(nodes: [Sample.node { $0.chassis = Sample.id(1) }])
        }
    }
}
