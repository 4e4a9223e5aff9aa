import Documents
import Introspection
import OrderedCollections
import TestFiles
import Testing

/// What the real engines make of drawn rules: ironic-inspector 12.5.0's on its own, and Ironic
/// 39.0.0's, without a database behind them.
@Suite struct RuleOracleTests {
    static let inspector = try? Fixture.document("inspector-rules.json")
    static let native = try? Fixture.document("native-rules.json")

    @Test func `rules of inspector do what inspector does`() throws {
        let fixture = try #require(Self.inspector)
        for (index, item) in (fixture["cases"]?.list ?? []).enumerated() {
            let rules = try? (item["rules"]?.list ?? []).map { try InspectorRule($0) }
            #expect((rules == nil) == (item["invalid"] == true), "case \(index)")
            guard let rules, item["invalid"] == false else { continue }
            let subject = RuleSubject(
                node: fixture["node"] ?? [:], data: fixture["data"] ?? [:])
            compare(InspectorRule.run(rules, on: subject), with: item, index)
        }
    }

    @Test func `rules of Ironic do what Ironic does`() throws {
        let fixture = try #require(Self.native)
        for (index, item) in (fixture["cases"]?.list ?? []).enumerated() {
            let rules = try? (item["rules"]?.list ?? []).map { try NativeRule($0) }
            #expect((rules == nil) == (item["invalid"] == true), "case \(index)")
            guard let rules, item["invalid"] == false else { continue }
            let port: DocumentValue = ["uuid": "p1", "extra": ["l": ["z"]], "pxe_enabled": true]
            let subject = RuleSubject(
                node: fixture["node"] ?? [:], ports: [port], data: fixture["data"] ?? [:])
            let mask = SecretMask(rawValue: item["mask"]?.string ?? "") ?? .always
            let outcome = NativeRule.run(rules, on: subject, masking: mask)
            compare(outcome, with: item, index)
            guard item["error"] == false else { continue }
            let plugins = outcome.subject.data["plugin_data"]
            #expect(plugins.map(sorted) == item["plugin_data"].map(sorted), "case \(index)")
            #expect(outcome.subject.ports.first.map(sorted) == item["port"].map(sorted))
        }
    }

    private func compare(_ outcome: RuleOutcome, with item: DocumentValue, _ index: Int) {
        let error = item["error"]?.string
        #expect((outcome.failure != nil) == (error != nil), "case \(index): \(error ?? "none")")
        guard outcome.failure == nil, error == nil else { return }
        #expect(
            .list(outcome.applied.map(DocumentValue.string)) == item["applied"], "case \(index)")
        // Attributes that a node does not have are not kept by Ironic.
        let known = outcome.subject.node.map?.filter { item["node"]?[$0.key] != nil } ?? [:]
        #expect(sorted(.map(known)) == item["node"].map(sorted), "case \(index)")
    }

    /// Maps are equal in whatever order.
    private func sorted(_ value: DocumentValue) -> DocumentValue {
        switch value {
        case .map(let entries):
            var map = entries.mapValues(sorted)
            map.sort { $0.key < $1.key }
            return .map(map)
        case .list(let items): return .list(items.map(sorted))
        default: return value
        }
    }
}
