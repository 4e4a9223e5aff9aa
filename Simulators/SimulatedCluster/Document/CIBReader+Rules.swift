extension CIBReader {
    /// What a rule demands.
    func condition(of rule: XMLElement) -> RuleCondition {
        let parts = rule.children.compactMap { child -> RuleCondition? in
            switch child.name {
            case "rule": condition(of: resolved(child))
            case "expression": expression(child)
            case "date_expression": .constant(holds(date: child))
            case "rsc_expression", "op_expression": .constant(true)
            default: nil
            }
        }
        return rule["boolean-op"]?.lowercased() == "or" ? .any(parts) : .all(parts)
    }

    private func expression(_ element: XMLElement) -> RuleCondition? {
        guard let attribute = element["attribute"], let operation = element["operation"] else {
            return nil
        }
        switch operation {
        case "defined": return .isDefined(attribute)
        case "not_defined": return .isUndefined(attribute)
        default: break
        }
        guard let comparison = RuleCondition.Comparison(rawValue: operation) else { return nil }
        return .compare(
            attribute: attribute, comparison, value: element["value"] ?? "",
            type: element["type"].flatMap(RuleCondition.ValueType.init))
    }

    /// Whether a date is as an expression wants it, for dates without parts and durations.
    private func holds(date element: XMLElement) -> Bool {
        let start = element["start"].flatMap(CalendarText.seconds)
        let end = element["end"].flatMap(CalendarText.seconds)
        switch element["operation"] ?? "in_range" {
        case "gt": return start.map { now > $0 } ?? false
        case "lt": return end.map { now < $0 } ?? false
        case "date_spec": return element.first("date_spec").map(holds(specification:)) ?? false
        default: return (start.map { now >= $0 } ?? true) && (end.map { now <= $0 } ?? true)
        }
    }

    private func holds(specification element: XMLElement) -> Bool {
        let date = CalendarText.parts(of: now)
        let fields: [(String, Int)] = [
            ("years", date.year), ("months", date.month), ("monthdays", date.day),
            ("hours", now / 3600 % 24), ("minutes", now / 60 % 60), ("seconds", now % 60),
            ("weekdays", (now / 86_400 + 3) % 7 + 1),
        ]
        return fields.allSatisfy { name, value in
            guard let range = element[name] else { return true }
            let ends = range.split(separator: "-", omittingEmptySubsequences: false)
            let low = Int(ends[0]) ?? .min
            let high = ends.count > 1 ? Int(ends[1]) ?? .max : low
            return low <= high && (low...high).contains(value)
        }
    }
}
