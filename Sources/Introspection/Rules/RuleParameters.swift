/// Checks which parameters an operation of a rule was given.
enum RuleParameters {
    static func check(
        _ given: [String], required: [String], optional: [String], of operation: String
    ) throws(RuleError) {
        let missing = required.filter { !given.contains($0) }
        let unexpected = given.filter { !required.contains($0) && !optional.contains($0) }
        var faults: [String] = []
        if !missing.isEmpty {
            faults.append("missing required parameter(s): \(missing.joined(separator: ", "))")
        }
        if !unexpected.isEmpty {
            faults.append("unexpected parameter(s): \(unexpected.joined(separator: ", "))")
        }
        guard faults.isEmpty else {
            throw RuleError(
                "Invalid parameters for \(operation): \(faults.joined(separator: "; "))")
        }
    }
}
