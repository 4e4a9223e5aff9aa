/// What a rule demands of a node.
public indirect enum RuleCondition: Sendable, Hashable {
    public enum Comparison: String, Sendable, Hashable, CaseIterable {
        case less = "lt"
        case greater = "gt"
        case lessOrEqual = "lte"
        case greaterOrEqual = "gte"
        case equal = "eq"
        case unequal = "ne"
    }

    /// How values are compared; numbers where both are, unless a rule says otherwise.
    public enum ValueType: String, Sendable, Hashable, CaseIterable {
        case string, integer, number, version
    }

    case all([RuleCondition])
    case any([RuleCondition])
    case isDefined(String)
    case isUndefined(String)
    case compare(attribute: String, Comparison, value: String, type: ValueType?)
    /// What was decided when the configuration was read: dates, for one.
    case constant(Bool)

    func holds(of attributes: NodeAttributes) -> Bool {
        switch self {
        case .all(let parts): parts.allSatisfy { $0.holds(of: attributes) }
        case .any(let parts): parts.contains { $0.holds(of: attributes) }
        case .isDefined(let name): attributes[name] != nil
        case .isUndefined(let name): attributes[name] == nil
        case .compare(let name, let comparison, let value, let type):
            Self.holds(attributes[name], comparison, value, type)
        case .constant(let answer): answer
        }
    }

    private static func holds(
        _ left: String?, _ comparison: Comparison, _ right: String, _ type: ValueType?
    ) -> Bool {
        guard let left else { return comparison == .unequal }
        let order = difference(left, right, type ?? defaultType(comparison, left, right))
        return switch comparison {
        case .less: order < 0
        case .greater: order > 0
        case .lessOrEqual: order <= 0
        case .greaterOrEqual: order >= 0
        case .equal: order == 0
        case .unequal: order != 0
        }
    }

    /// Without a type, equality is of texts and order is of numbers.
    private static func defaultType(
        _ comparison: Comparison, _ left: String, _ right: String
    ) -> ValueType {
        switch comparison {
        case .equal, .unequal: .string
        default: left.contains(".") || right.contains(".") ? .number : .integer
        }
    }

    private static func difference(_ left: String, _ right: String, _ type: ValueType) -> Int {
        switch type {
        case .string:
            let (left, right) = (left.lowercased(), right.lowercased())
            return left == right ? 0 : (left < right ? -1 : 1)
        case .integer:
            guard let one = integer(left), let other = integer(right) else {
                return difference(left, right, .string)
            }
            return (one - other).signum()
        case .number:
            guard let one = Double(left), let other = Double(right) else {
                return difference(left, right, .string)
            }
            return one == other ? 0 : (one < other ? -1 : 1)
        case .version: return versionDifference(left, right)
        }
    }

    /// A whole number, or what is before a fraction's point.
    private static func integer(_ text: String) -> Int? {
        Int(text) ?? Double(text).map { Int(max(-1e15, min(1e15, $0))) }
    }

    private static func versionDifference(_ left: String, _ right: String) -> Int {
        let left = left.split(separator: ".").map { Int($0) ?? 0 }
        let right = right.split(separator: ".").map { Int($0) ?? 0 }
        for index in 0..<max(left.count, right.count) {
            let one = index < left.count ? left[index] : 0
            let other = index < right.count ? right[index] : 0
            if one != other { return one < other ? -1 : 1 }
        }
        return 0
    }
}
