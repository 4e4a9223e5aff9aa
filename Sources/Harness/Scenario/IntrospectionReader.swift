import BareMetal
import Documents
import Hardware
import Introspection
import Matching
import Plans

/// Reads a scenario's `introspection`: what is found out of machines, and how it is judged.
enum IntrospectionReader {
    private static let keys = [
        "benchmarks", "method", "false-discovery-rate", "minimum-effect", "rules", "add-ports",
        "keep-ports", "profiles",
    ]

    static func read(_ cursor: InputCursor) -> IntrospectionPlan? {
        let shape = "a mapping that says what introspection finds out"
        guard let mapping = cursor.mapping(expected: shape) else { return nil }
        mapping.reportUnknownKeys(known: keys)
        var plan = IntrospectionPlan()
        if let entries = mapping["benchmarks"]?.list(expected: "a list of benchmarks") {
            plan.benchmarks = entries.compactMap {
                $0.choice("benchmark", IntrospectionPlan.Benchmark.self)
            }
        }
        if let method = mapping["method"]?.choice("method", IntrospectionPlan.Method.self) {
            plan.method = method
        }
        if let rate = mapping["false-discovery-rate"]?.ratio() { plan.falseDiscoveryRate = rate }
        if let effect = mapping["minimum-effect"]?.ratio() { plan.minimumEffect = effect }
        plan.rules = mapping["rules"].flatMap { rules($0) }
        if let ports = mapping["add-ports"]?
            .choice("port policy", IntrospectionPlan.PortAddition.self)
        {
            plan.addingPorts = ports
        }
        if let ports = mapping["keep-ports"]?
            .choice("port policy", IntrospectionPlan.PortRetention.self)
        {
            plan.keepingPorts = ports
        }
        plan.profiles = mapping["profiles"].flatMap { profiles($0) }
        return plan
    }

    /// Edeploy's `state` and specifications, as texts or as they stand in YAML.
    private static func profiles(_ cursor: InputCursor) -> ProfileRules? {
        guard let mapping = cursor.mapping(expected: "a mapping with state and specs") else {
            return nil
        }
        mapping.reportUnknownKeys(known: ["method", "state", "specs", "cmdb"])
        var rules = ProfileRules(files: [:])
        if let method = mapping["method"]?.choice("method", ProfileRules.Method.self) {
            rules.method = method
        }
        rules.files["state"] = mapping["state"]?.text(expected: "a list of pairs, as a text")
        for (key, suffix) in [("specs", "specs"), ("cmdb", "cmdb")] {
            let entries = mapping[key]?.mapping(expected: "texts by profile")?.entries ?? []
            for entry in entries {
                let text = entry.value.text(expected: "a text as edeploy has it")
                rules.files["\(entry.key).\(suffix)"] = text
            }
        }
        do throws(MatchConfigurationError) { _ = try MatchConfiguration(rules.files) } catch {
            for finding in error.errors { cursor.report(finding.description) }
        }
        return rules
    }

    /// Rules of either dialect, as JSON.
    private static func rules(_ cursor: InputCursor) -> String? {
        guard let text = cursor.json?.description,
            let document = try? DocumentValue(json: text, depth: 100)
        else { return nil }
        do throws(RuleError) { _ = try IntrospectionRules(document) } catch {
            cursor.report("found rules that are none: \(error.message)")
        }
        return text
    }
}
