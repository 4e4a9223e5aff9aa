/// The conditions that a condition rests on.
enum ConditionNames {
    /// - Returns: every text that may be a condition's name, in the order written.
    static func used(in expression: Expression) -> [String] {
        switch expression {
        case .value(.string(let name)): [name]
        case .value(.list(let items)):
            items.flatMap { used(in: .value($0)) }
        case .value: []
        case .list(let items): items.flatMap(used)
        case .map: []
        case .call(let call): names(in: call.function)
        }
    }

    /// Functions other than these take values, which are no names of conditions.
    private static func names(in function: any TemplateFunction) -> [String] {
        switch function {
        case let function as Not: used(in: function.syntax.arguments)
        case let function as Junction: used(in: function.syntax.arguments)
        default: []
        }
    }
}
