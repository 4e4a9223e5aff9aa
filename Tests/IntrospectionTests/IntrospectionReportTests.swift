import Documents
import Introspection
import OrderedCollections
import Testing

@Suite struct IntrospectionReportTests {
    static let rules: DocumentValue = [
        [
            "description": "credentials",
            "conditions": [["op": "eq", "field": "data://auto_discovered", "value": true]],
            "actions": [
                ["action": "set-attribute", "path": "driver_info/ipmi_password", "value": "secret"]
            ],
        ]
    ]

    @Test func `a machine that nobody knows is enrolled, and rules for such machines apply`() throws
    {
        let rules = try IntrospectionRules(Self.rules)
        let report = IntrospectionReport("m", InspectionTests.data(), rules: rules)
        #expect(report.failure == nil)
        #expect(report.appliedRules == ["credentials"])
        #expect(report.changes.contains { $0.path == "driver" && $0.now == "fake-hardware" })
        let password = report.changes.first { $0.path == "driver_info/ipmi_password" }
        #expect(password?.now == "******", "secrets are not told")
        #expect(report.changes.contains { $0.path == "ports/11:11:11:11:11:11/address" })
    }

    @Test func `a known machine has only what is different told`() throws {
        let first = try Inspection(InspectionTests.data(), node: InspectionTests.node, ports: [])
        let report = IntrospectionReport(
            "m", InspectionTests.data(), node: first.node, ports: first.ports,
            previous: InspectionTests.data(), rules: try IntrospectionRules(Self.rules))
        #expect(report.changes.isEmpty)
        #expect(report.differences.isEmpty)
        #expect(report.appliedRules.isEmpty)
    }

    @Test func `data that was lost half-way fails and changes nothing`() {
        let report = IntrospectionReport("m", ["inventory": ["interfaces": []]])
        #expect(report.failure == "no valid network interfaces")
        #expect(report.changes.isEmpty)
    }

    @Test func `a dialect is known by its actions, and a bad rule by its place`() throws {
        let native: DocumentValue = ["actions": [["op": "fail", "args": ["msg": "stop"]]]]
        guard case .native(let rules) = try IntrospectionRules(native) else {
            Issue.record("it was taken for a rule of inspector's")
            return
        }
        #expect(rules.count == 1)
        let report = IntrospectionReport(
            "m", InspectionTests.data(), rules: try IntrospectionRules(native))
        #expect(report.failure == "stop")
        let error = #expect(throws: RuleError.self) { _ = try IntrospectionRules([native, [:]]) }
        #expect(error?.message.hasPrefix("rule 2: ") == true)
    }
}
