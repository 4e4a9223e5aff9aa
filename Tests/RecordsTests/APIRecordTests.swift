import BareMetal
import Foundation
import Hardware
import Testing
import World

@Suite(
    "A record in Ironic's JSON", .enabled(if: SampleFiles.areThere, SampleFiles.absence))
struct APIRecordTests {
    private static let base = "http://127.0.0.1:6385"
    private static let nodes = NodeIndex([
        ("test_node_classic", Identifier(text: "6d85703a-565d-469a-96ce-30b6de53079d")),
        ("test_node_dynamic", Identifier(text: "2b045129-a906-46af-bc1a-092b294b3428")),
    ])

    /// Reads what a service answered, and answers the same.
    private func echo<Record: APIRecord>(_ type: Record.Type, _ answer: JSONValue) throws {
        let record = try type.init(reported: answer, nodes: Self.nodes)
        let base = try #require(Self.base(of: answer))
        let echoed = record.response(nodes: Self.nodes, at: base)
        for (key, value) in try #require(answer.object) {
            #expect(echoed[key] == value, "\(key) of \(type)")
        }
    }

    /// The samples do not all come from one service.
    private static func base(of answer: JSONValue) -> String? {
        guard let link = answer["links"]?.list?.first?["href"]?.text,
            let version = link.range(of: "/v1/")
        else { return nil }
        return String(link[..<version.lowerBound])
    }

    private func create<Record: APIRecord>(
        _ type: Record.Type, _ request: String, _ response: String,
        _ settle: (inout Record) -> Void = { _ in }
    ) throws {
        let answer = try SampleFiles.value(response)
        let uuid = Identifier(text: try #require(answer["uuid"]?.text))
        var record = try type.init(
            creating: try SampleFiles.value(request), uuid: uuid, nodes: Self.nodes)
        settle(&record)
        let made = record.response(nodes: Self.nodes, at: Self.base)
        let dates = ["created_at", "updated_at"]
        for (key, value) in try #require(answer.object) where !dates.contains(key) {
            #expect(made[key] == value, "\(key) of \(type)")
        }
    }

    private func update<Record: APIRecord>(
        _ type: Record.Type, from before: String, _ request: String, to after: String
    ) throws {
        let old = try type.init(reported: try SampleFiles.value(before), nodes: Self.nodes)
        let patch = try JSONPatch(try SampleFiles.value(request))
        let new = try old.patched(by: patch, nodes: Self.nodes)
        let answer = try SampleFiles.value(after)
        let made = new.response(nodes: Self.nodes, at: Self.base)
        for (key, value) in try #require(answer.object) where key != "updated_at" {
            #expect(made[key] == value, "\(key) of \(type)")
        }
    }

    @Test("is what a request that makes it says, with the service's defaults")
    func creation() throws {
        // This sample's request lacks the hostname that a smart NIC has to have.
        var body = try #require(try SampleFiles.value("port-create-request").object)
        #expect(throws: RecordRefusal.self) {
            _ = try Port(creating: .object(body), uuid: Sample.id(1), nodes: Self.nodes)
        }
        body["is_smartnic"] = false
        let port = try Port(creating: .object(body), uuid: Sample.id(1), nodes: Self.nodes)
        #expect(port.address == MACAddress("11:11:11:11:11:11"))
        #expect(port.node == "test_node_classic")
        #expect(port.localLink?.switchID == "0a:1b:2c:3d:4e:5f")
        #expect(port.localLink?.portID == "Ethernet3/1")
        #expect(port.physicalNetwork == "physnet1")
        #expect(port.labels?.vendor == "splitrock")
        #expect(port.isPXEEnabled)
        try create(Portgroup.self, "portgroup-create-request", "portgroup-create-response") {
            // The sample's answer has these from elsewhere.
            ($0.category, $0.physicalNetwork) = ("hypernet", "physnet1")
        }
        try create(Chassis.self, "chassis-create-request", "chassis-show-response")
        try create(
            VolumeConnector.self, "volume-connector-create-request",
            "volume-connector-create-response")
        try create(
            VolumeTarget.self, "volume-target-create-request", "volume-target-create-response")
        try create(
            Allocation.self, "allocation-create-request", "allocation-create-response")
        let golden = try Allocation(
            creating: try SampleFiles.value("allocation-create-request-2"), uuid: Sample.id(1),
            nodes: Self.nodes)
        #expect(golden.traits == ["CUSTOM_GOLD"])
        #expect(golden.state == .allocating)
    }

    @Test("is read from a service's answer and written as the same")
    func echoed() throws {
        for name in ["portgroup-create-response", "portgroup-update-response"] {
            try echo(Portgroup.self, try SampleFiles.value(name))
        }
        for name in ["chassis-show-response", "chassis-update-response"] {
            try echo(Chassis.self, try SampleFiles.value(name))
        }
        for name in ["volume-connector-create-response", "volume-connector-update-response"] {
            try echo(VolumeConnector.self, try SampleFiles.value(name))
        }
        for name in ["volume-target-create-response", "volume-target-update-response"] {
            try echo(VolumeTarget.self, try SampleFiles.value(name))
        }
        let allocations = [
            "allocation-create-response", "allocation-show-response", "allocation-update-response",
        ]
        for name in allocations { try echo(Allocation.self, try SampleFiles.value(name)) }
    }

    @Test("is read from every detailed list there is a sample of")
    func lists() throws {
        func each<Record: APIRecord>(
            _ type: Record.Type, _ key: String, _ names: String...
        ) throws {
            for name in names {
                let list = try #require(try SampleFiles.value(name)[key]?.list)
                #expect(!list.isEmpty)
                for answer in list { try echo(type, answer) }
            }
        }
        try each(
            Portgroup.self, "portgroups", "portgroup-list-detail-response",
            "node-portgroup-detail-response")
        try each(Chassis.self, "chassis", "chassis-list-details-response")
        try each(
            VolumeConnector.self, "connectors", "volume-connector-list-detail-response",
            "node-volume-connector-detail-response")
        try each(
            VolumeTarget.self, "targets", "volume-target-list-detail-response",
            "node-volume-target-detail-response")
        try each(Allocation.self, "allocations", "allocations-list-response")
        try each(
            Port.self, "ports", "port-list-detail-response", "node-port-detail-response",
            "portgroup-port-detail-response")
    }

    @Test("is changed by a patch as a service changes it")
    func updated() throws {
        try update(
            Portgroup.self, from: "portgroup-create-response", "portgroup-update-request",
            to: "portgroup-update-response")
        try update(
            Chassis.self, from: "chassis-show-response", "chassis-update-request",
            to: "chassis-update-response")
        try update(
            VolumeConnector.self, from: "volume-connector-create-response",
            "volume-connector-update-request", to: "volume-connector-update-response")
        try update(
            VolumeTarget.self, from: "volume-target-create-response",
            "volume-target-update-request", to: "volume-target-update-response")
        let old = try Allocation(
            reported: try SampleFiles.value("allocation-show-response"), nodes: Self.nodes)
        let patch = try JSONPatch(try SampleFiles.value("allocation-update-request"))
        let new = try old.patched(by: patch, nodes: Self.nodes)
        #expect(new.extra == ["foo": "bar"])
        #expect(new.state == .active)
        #expect(new.node == "test_node_classic")
        let address = try JSONPatch(try SampleFiles.value("port-update-request"))
        let port = Port(address: MACAddress(rawValue: 7), node: "test_node_classic")
        let moved = try port.patched(by: address, nodes: Self.nodes)
        #expect(moved.address == MACAddress("22:22:22:22:22:22"))
        #expect(moved.uuid == port.uuid)
    }

    @Test("of a node's traits keeps to the limit and to known names")
    func traits() throws {
        let list = try #require(try SampleFiles.value("node-set-traits-request")["traits"]?.list)
        let traits = list.compactMap(\.text).map { Hardware.Trait($0) }
        #expect(try TraitRules.set(traits + traits) == traits)
        #expect(try TraitRules.add("CUSTOM_A", to: traits).count == 3)
        #expect(try TraitRules.remove("CUSTOM_TRAIT1", from: traits) == ["HW_CPU_X86_VMX"])
        #expect(throws: RecordRefusal.self) { try TraitRules.remove("CUSTOM_A", from: traits) }
        for wrong in ["CUSTOM_", "custom_a", "CUSTOM_a", "HW_NONE", "CUSTOM_A-B", ""] {
            #expect(throws: RecordRefusal.self, "\(wrong)") {
                try TraitRules.set([Hardware.Trait(wrong)])
            }
        }
        let longest = Hardware.Trait("CUSTOM_" + String(repeating: "A", count: 248))
        #expect(longest.isValid)
        #expect(!Hardware.Trait(longest.text + "A").isValid)
        let many = (1...50).map { Hardware.Trait("CUSTOM_\($0)") }
        #expect(try TraitRules.set(many).count == 50)
        #expect(try TraitRules.add(many[0], to: many).count == 50)
        #expect(throws: RecordRefusal.self) { try TraitRules.add("CUSTOM_51", to: many) }
    }
}
