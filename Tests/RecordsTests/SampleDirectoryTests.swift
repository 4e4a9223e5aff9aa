import BareMetal
import Foundation
import Hardware
import Testing
import World

/// Goes through the whole directory of Ironic's samples, so that none is forgotten.
@Suite(
    "Every sample of Ironic's API", .enabled(if: SampleFiles.areThere, SampleFiles.absence))
struct SampleDirectoryTests {
    private static let nodes = NodeIndex([
        ("test_node_classic", Identifier(text: "6d85703a-565d-469a-96ce-30b6de53079d")),
        ("test_node_dynamic", Identifier(text: "2b045129-a906-46af-bc1a-092b294b3428")),
        ("another", Identifier(text: "1be26c0b-03f2-4d2e-ae87-c02d7f33c123")),
    ])

    private typealias Reading = @Sendable (JSONValue) throws -> Void

    private static func make<Record: APIRecord & SendableMetatype>(_ type: Record.Type) -> Reading {
        { _ = try Record(creating: $0, uuid: Sample.id(1), nodes: nodes) }
    }

    private static func report<Record: APIRecord & SendableMetatype>(_ type: Record.Type) -> Reading
    {
        { try echo(Record.self, $0) }
    }

    /// Reads what a service answered, and answers the same.
    private static func echo<Record: APIRecord & SendableMetatype>(
        _ type: Record.Type, _ answer: JSONValue
    ) throws {
        let record = try Record(reported: answer, nodes: nodes)
        let link = try #require(answer["links"]?.list?.first?["href"]?.text)
        let base = try #require(link.components(separatedBy: "/v1/").first)
        let echoed = record.response(nodes: nodes, at: base)
        for (key, value) in try #require(answer.object) {
            #expect(echoed[key] == value, "\(key) of \(type)")
        }
    }

    private static func list<Record: APIRecord & SendableMetatype>(
        _ type: Record.Type, _ key: String
    ) -> Reading {
        {
            let entries = try #require($0[key]?.list)
            #expect(!entries.isEmpty)
            for entry in entries { try echo(Record.self, entry) }
        }
    }

    private static let patch: Reading = {
        let patch = try JSONPatch($0)
        #expect(!patch.fields.isEmpty)
    }
    private static let vif: Reading = {
        let vif = try VIF($0)
        #expect(vif.body == $0)
    }
    private static let provision: Reading = { _ = try ProvisionBody($0) }
    private static let power: Reading = { _ = try PowerBody($0) }

    /// What is read as what, by the beginnings of the files' names; the longest that fits counts.
    private static let readings: [(String, Reading)] = [
        ("node-create-request", make(Node.self)), ("node-create-response", report(Node.self)),
        ("node-show-response", report(Node.self)),
        ("node-update-driver-info-response", report(Node.self)), ("node-update-", patch),
        ("nodes-list-details", list(Node.self, "nodes")),
        (
            "nodes-list-response",
            { body in
                for node in try #require(body["nodes"]?.list) {
                    _ = try Self.nodes.name(of: try #require(node["uuid"]?.text))
                }
            }
        ),
        (
            "node-get-state",
            { body in
                var report = try #require(body.object)
                report["uuid"] = .text(Sample.id(1).text)
                report["driver"] = "ipmi"
                let node = try Node(reported: .object(report), nodes: Self.nodes)
                let told = node.body(nodes: Self.nodes)
                for (key, value) in report { #expect(told[key] == value, "\(key)") }
            }
        ),
        ("node-set-active", provision), ("node-set-clean", provision),
        ("node-set-manage", provision), ("node-set-available", provision),
        ("node-set-provision", provision),
        // The sample misspells its 'service_steps', which Ironic would refuse.
        (
            "node-set-service",
            { body in
                #expect(throws: RecordRefusal.self) { try ProvisionBody(body) }
                var right = try #require(body.object)
                right["service_steps"] = right.removeValue(forKey: "sevice_steps")
                _ = try ProvisionBody(.object(right))
            }
        ),
        ("node-set-power", power), ("node-set-soft-power", power),
        ("node-set-raid", { _ = try NodeUpdate.targetRAID(body: $0) }),
        ("node-set-traits", { _ = try NodeUpdate.traits(body: $0) }),
        ("node-traits-list", { _ = try NodeUpdate.traits(body: $0) }),
        ("node-maintenance", { _ = try NodeUpdate.maintenance(body: $0) }),
        ("node-vif-attach", vif),
        (
            "node-vif-list",
            { body in
                for entry in try #require(body["vifs"]?.list) { try vif(entry) }
            }
        ),
        ("node-bios-list-details", { try echo($0["bios"]?.list?.first ?? .null) }),
        ("node-bios-detail", { try echo($0["virtualization"] ?? .null) }),
        ("node-port-detail", list(Port.self, "ports")),
        ("node-portgroup-detail", list(Portgroup.self, "portgroups")),
        ("node-volume-connector-detail", list(VolumeConnector.self, "connectors")),
        ("node-volume-target-detail", list(VolumeTarget.self, "targets")),
        (
            "port-create-request",
            { body in
                // A smart NIC without a hostname, which Ironic refuses as well.
                let refusal = #expect(throws: RecordRefusal.self) { try make(Port.self)(body) }
                #expect(refusal?.status == 400)
            }
        ),
        ("port-list-detail", list(Port.self, "ports")),
        ("portgroup-create-request", make(Portgroup.self)),
        ("portgroup-create-response", report(Portgroup.self)),
        ("portgroup-update-response", report(Portgroup.self)),
        ("portgroup-list-detail", list(Portgroup.self, "portgroups")),
        ("portgroup-port-detail", list(Port.self, "ports")),
        ("chassis-create-request", make(Chassis.self)),
        ("chassis-show-response", report(Chassis.self)),
        ("chassis-update-response", report(Chassis.self)),
        ("chassis-list-details", list(Chassis.self, "chassis")),
        ("allocation-create-request", make(Allocation.self)),
        ("allocation-create-response", report(Allocation.self)),
        ("allocation-show-response", report(Allocation.self)),
        ("allocation-update-response", report(Allocation.self)),
        ("allocations-list", list(Allocation.self, "allocations")),
        ("volume-connector-create-request", make(VolumeConnector.self)),
        ("volume-connector-create-response", report(VolumeConnector.self)),
        ("volume-connector-update-response", report(VolumeConnector.self)),
        ("volume-connector-list-detail", list(VolumeConnector.self, "connectors")),
        ("volume-target-create-request", make(VolumeTarget.self)),
        ("volume-target-create-response", report(VolumeTarget.self)),
        ("volume-target-update-response", report(VolumeTarget.self)),
        ("volume-target-list-detail", list(VolumeTarget.self, "targets")),
        ("deploy-template-create-request", make(DeployTemplate.self)),
        ("deploy-template-create-response", report(DeployTemplate.self)),
        ("deploy-template-show", report(DeployTemplate.self)),
        ("deploy-template-update-response", report(DeployTemplate.self)),
        ("deploy-template-detail", list(DeployTemplate.self, "deploy_templates")),
        ("runbook-create-request", make(Runbook.self)),
        ("runbook-create-response", report(Runbook.self)),
        ("runbook-show", report(Runbook.self)), ("runbook-update-response", report(Runbook.self)),
        ("runbook-detail", list(Runbook.self, "runbooks")),
    ]

    private static let updates = [
        "port", "portgroup", "chassis", "allocation", "volume-connector",
        "volume-target", "deploy-template", "runbook",
    ].map { ("\($0)-update-request", patch) }

    private static func echo(_ setting: JSONValue) throws {
        let told = try BIOSSetting(reported: setting).body
        let others = ["links", "created_at", "updated_at"]
        for (key, value) in try #require(setting.object) where !others.contains(key) {
            #expect(told[key] == value, "\(key)")
        }
    }

    /// What is not read, and why.
    private static let skipped: [(String, String)] = [
        ("api-", "the API's own versions are for whoever serves it"),
        ("conductor-", "conductors register in documents of their own"),
        ("driver", "drivers are not described by an API here"),
        ("inspection-rule", "introspection has rules of its own"),
        ("lookup-node", "the ramdisk asks in messages of its own"),
        ("node-firmware", "firmware components are not kept"),
        ("node-get-boot-device", "boot devices are set for the work under way, not asked for"),
        ("node-get-supported-boot", "boot devices are not asked for"),
        ("node-set-boot", "boot modes and devices are not set by operators"),
        ("node-set-secure-boot", "secure boot is not modelled"),
        ("node-indicators", "indicators are not modelled"),
        ("node-inject", "NMIs are not modelled"),
        ("node-inventory", "what a ramdisk found is kept as it came, in the ramdisk's own form"),
        ("node-validate", "interfaces are checked when they are used"),
        ("node-vendor", "vendors' own calls are not passed on"),
        ("node-vmedia", "virtual media are not modelled"),
        ("node-history", "a summary without what an entry must have"),
        ("shards", "shards are counted by whoever schedules"),
        ("node-bios-list-response", "a summary of names and values"),
        ("node-port-list", "a summary"), ("node-portgroup-list", "a summary"),
        ("node-volume-connector-list", "a summary"), ("node-volume-target-list", "a summary"),
        ("node-volume-list", "links only"), ("volume-list", "links only"),
        ("port-list-response", "a summary"), ("portgroup-list-response", "a summary"),
        ("portgroup-port-list", "a summary"), ("chassis-list-response", "a summary"),
        ("volume-connector-list-response", "a summary"),
        ("volume-target-list-response", "a summary"),
        ("deploy-template-list", "a summary"), ("runbook-list", "a summary"),
        ("port-create-response", "it contradicts the request it answers: no hostname"),
        ("port-update-response", "a smart NIC without a hostname, which no request can make"),
    ]

    private static func longest<Value>(_ name: String, _ table: [(String, Value)]) -> Value? {
        table.filter { name.hasPrefix($0.0) }.max { $0.0.utf8.count < $1.0.utf8.count }?.1
    }

    static let names =
        ((try? FileManager.default.contentsOfDirectory(atPath: SampleFiles.folder.path())) ?? [])
        .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()

    @Test("is read and answered the same, or is left out for a reason", arguments: names)
    func sample(_ name: String) throws {
        let value = try SampleFiles.value(name)
        guard let reading = Self.longest(name, Self.readings + Self.updates) else {
            let reason = Self.longest(name, Self.skipped)
            #expect(reason != nil, "\(name) is neither read nor left out")
            return
        }
        try reading(value)
    }

    @Test("is there: a hundred at least")
    func count() { #expect(Self.names.count >= 100) }
}
