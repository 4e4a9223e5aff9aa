import Documents
import Hardware
import NodeAgent
import Plans
import Testing
import World

@testable import BareMetal
@testable import Undercloud

@Suite("What a ramdisk sends")
struct RamdiskInspectorTests {
    private static let address = MACAddress(rawValue: 0x5254_0000_0001)

    private static func inventory(
        memory: Int64 = 32, disk: Int64 = 200, serial: String = "s1", port: String = "p1"
    ) -> AgentInventory {
        let neighbour = LinkNeighbour(switchName: "rack-1", port: port)
        let facts = MachineFacts(
            identity: BMCIdentity(manufacturer: "ACME", product: "One", serialNumber: "m1"),
            processor: ProcessorFacts(count: 8, architecture: "x86_64", model: "CPU"),
            memory: .gibibytes(memory),
            disks: [
                DiskFacts(
                    name: "/dev/sda", model: "m", vendor: "v", serial: serial, wwn: "0x1",
                    hctl: "0:0:0:0", byPath: "p", size: .gibibytes(disk), isRotational: true)
            ],
            interfaces: [
                InterfaceFacts(
                    name: "eno1", address: address, hasCarrier: true, speed: .gigabits(10),
                    neighbour: neighbour)
            ], bmcHost: nil, bootMode: .uefi, bootInterface: address)
        return AgentInventory(node: AgentNodeID("node-1"), facts: facts, report: text(of: facts))
    }

    private static func text(of facts: MachineFacts) -> String {
        #"{"inventory": \#(facts.inventory.json), "lldp_raw": \#(facts.rawNeighbours.json)}"#
    }

    private static func node() -> Node {
        Samples.node(.inspecting) {
            $0.bmc = BMCAddress(host: "10.0.0.1")
            $0.properties = NodeProperties(capabilities: ["rack": "rack-1"])
        }
    }

    private func findings(
        _ inventory: AgentInventory = inventory(), rules: String? = nil,
        last: IntrospectionData? = nil
    ) throws -> NodeFindings {
        var plan = IntrospectionPlan()
        plan.rules = rules
        return try RamdiskInspector(plan).findings(of: inventory, on: Self.node(), last: last)
    }

    @Test("gives the node the properties that its facts alone give it")
    func properties() throws {
        let found = try findings()
        let plain = try RamdiskInspector().findings(
            of: Self.inventory().facts, on: Self.node())
        #expect(found.properties.memory == plain.properties.memory)
        #expect(found.properties.processors == plain.properties.processors)
        #expect(found.properties.localDisk == plain.properties.localDisk)
        #expect(found.properties.architecture == plain.properties.architecture)
        #expect(found.properties.capabilities["rack"] == "rack-1")
        #expect(found.properties.capabilities["boot_mode"] == "uefi")
        #expect(found.addresses == plain.addresses)
    }

    @Test("is taken by rules, whose word the record has")
    func rules() throws {
        let found = try findings(
            rules: """
                [{"description": "tag", "conditions": [],
                  "actions": [
                    {"action": "set-capability", "name": "profile", "value": "compute"},
                    {"action": "set-attribute", "path": "/resource_class", "value": "gold"},
                    {"action": "set-attribute", "path": "/extra/shelf", "value": "7"},
                    {"action": "add-trait", "name": "CUSTOM_FAST"}]}]
                """)
        var node = Self.node()
        found.apply(to: &node)
        #expect(node.properties.capabilities["profile"] == "compute")
        #expect(node.resourceClass == "gold")
        #expect(node.particulars?.extra["shelf"] == "7")
        #expect(node.traits == ["CUSTOM_FAST"])
        #expect(node.credentials == Self.node().credentials)
        #expect(found.rules == ["tag"])
    }

    @Test("is refused where a rule says that introspection fails")
    func failing() {
        #expect(throws: InspectionFailure.self) {
            try findings(
                rules: """
                    [{"conditions": [], "actions": [{"action": "fail", "message": "not ours"}]}]
                    """)
        }
    }

    @Test("is held against what was sent the last time")
    func differences() throws {
        let first = try findings()
        let data = try #require(first.data)
        #expect(data.round == 1)
        #expect(data.differences == [])
        let second = try findings(Self.inventory(memory: 16, port: "p2"), last: data)
        #expect(second.data?.round == 2)
        let told = (second.data?.differences ?? []).joined(separator: "\\n")
        #expect(told.contains("memory is changed"))
        #expect(told.contains("cable of eno1 is moved"))
    }

    @Test("is no inventory where it was cut short, and says so")
    func cutShort() {
        let cut = AgentInventory(
            node: AgentNodeID("node-1"), facts: Self.inventory().facts, report: #"{"inventory": {"#)
        #expect(throws: InspectionFailure.self) { try findings(cut) }
    }
}
