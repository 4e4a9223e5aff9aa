import Documents
import OrderedCollections
import Plans

/// How plans are written.
enum PlanText {
    static func document(_ version: PlanVersion) -> DocumentValue {
        let plan = version.plan
        return [
            "name": .string(plan.name), "description": .string(plan.description),
            "version": .integer(version.number), "change": .string(version.change),
            "roles": .list(plan.roles.map(document)),
            "parameters": .map(parameters(of: plan)),
        ]
    }

    private static func document(_ planned: PlannedRole) -> DocumentValue {
        [
            "name": .string(planned.role.name), "version": .integer(planned.role.version),
            "count": .integer(planned.count), "template": .string(planned.role.file),
            "description": planned.role.description.map { .string($0) } ?? .null,
        ]
    }

    /// Every parameter of what the plan comes to, with its value; hidden ones without.
    private static func parameters(
        of plan: DeploymentPlan
    ) -> OrderedDictionary<String, DocumentValue> {
        guard let composed = try? plan.composition else { return [:] }
        let schemas = composed.template["parameters"]?.map ?? [:]
        let values = composed.environment["parameters"]?.map ?? [:]
        return OrderedDictionary(
            uniqueKeysWithValues: values.map { name, value in
                (name, schemas[name]?["hidden"] == true ? "******" : value)
            })
    }

    static func lines(_ version: PlanVersion) -> [String] {
        let plan = version.plan
        var lines = ["\(plan.name), version \(version.number): \(version.change)"]
        if !plan.description.isEmpty { lines.append(plan.description) }
        let rows = plan.roles.map {
            [$0.role.name, String($0.role.version), String($0.count), $0.role.file]
        }
        lines += [""] + table(["role", "version", "servers", "template"], rows)
        let parameters = parameters(of: plan).map { [$0, $1.string ?? $1.json] }
        lines += [""] + table(["parameter", "value"], parameters)
        let missing = (try? plan.missing) ?? []
        if !missing.isEmpty {
            lines += ["", "without a value: \(missing.joined(separator: ", "))"]
        }
        return lines
    }

    static func table(_ header: [String], _ rows: [[String]]) -> [String] {
        let widths = header.indices.map { column in
            ([header] + rows).map { $0[column].count }.max() ?? 0
        }
        return ([header] + rows).map { row in
            zip(row, widths).map { text, width in
                text + String(repeating: " ", count: width - text.count)
            }.joined(separator: "  ").trimmed
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = self
        while text.hasSuffix(" ") { text.removeLast() }
        return text
    }
}
