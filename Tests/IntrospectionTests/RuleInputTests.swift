import Documents
import Introspection
import OrderedCollections
import TestFiles
import Testing

@Suite(.enabled(if: SharedFiles.arePresent, "there is no ../shared beside this clone"))
struct RuleInputTests {
    private func rules(_ path: String) throws -> [InspectorRule] {
        let document = try DocumentValue(json: SharedFiles.text("inputs/\(path)"))
        return try (document.list ?? [document]).map { try InspectorRule($0) }
    }

    @Test(arguments: [
        "ironic-inspector/inline/usage.327.json", "ironic-inspector/inline/usage.359.json",
        "ironic-inspector/api-samples/api-v1-create-rule-request.json",
        "tripleo-docs/inline/provisioning__node_discovery.54.json",
        "tripleo-docs/inline/provisioning__node_discovery.73.json",
    ]) func `rules of the documentation are read`(path: String) throws {
        #expect(!(try rules(path)).isEmpty)
    }

    @Test func `discovery gives an unknown machine its driver by its maker`() throws {
        let rules = try rules("tripleo-docs/inline/provisioning__node_discovery.73.json")
        let data: DocumentValue = [
            "auto_discovered": true,
            "inventory": [
                "system_vendor": ["manufacturer": "Dell Inc."], "bmc_address": "10.0.0.9",
            ],
        ]
        let node: DocumentValue = ["driver": "fake-hardware", "driver_info": [:]]
        let outcome = InspectorRule.run(rules, on: RuleSubject(node: node, data: data))
        #expect(outcome.failure == nil)
        #expect(outcome.subject.node["driver"] == "pxe_drac")
        #expect(outcome.subject.node["driver_info"]?["drac_address"] == "10.0.0.9")
        #expect(outcome.applied == ["Set the vendor driver for Dell hardware"])
    }

    @Test func `no action of a rule makes another rule of inspector apply`() throws {
        let rules = try [
            InspectorRule(
                [
                    "description": "first",
                    "actions": [["action": "set-attribute", "path": "driver", "value": "ipmi"]],
                ]),
            InspectorRule(
                [
                    "description": "second",
                    "conditions": [["op": "eq", "field": "node://driver", "value": "ipmi"]],
                    "actions": [["action": "fail", "message": "no"]],
                ]),
        ]
        let subject = RuleSubject(node: ["driver": "fake-hardware"], data: [:])
        let outcome = InspectorRule.run(rules, on: subject)
        #expect(outcome.applied == ["first"])
        #expect(outcome.failure == nil)
    }

    @Test func `rules that contradict each other leave what the last one says`() throws {
        let rules = try ["a", "b"].map { value in
            try NativeRule([
                "description": .string(value), "priority": value == "a" ? 10 : 5,
                "actions": [
                    ["op": "set-attribute", "args": ["path": "/driver", "value": .string(value)]]
                ],
            ])
        }
        let subject = RuleSubject(node: ["driver": "x"], data: [:])
        #expect(NativeRule.run(rules, on: subject).subject.node["driver"] == "b")
    }
}
