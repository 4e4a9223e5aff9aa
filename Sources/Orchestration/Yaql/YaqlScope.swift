/// The variables that a part of an expression sees.
struct YaqlScope: Sendable {
    /// By name without the sign; the value in hand has none.
    private var variables: [String: YaqlValue]

    init(_ value: YaqlValue) { variables = ["": value, "1": value] }

    subscript(name: String) -> YaqlValue {
        get { variables[name] ?? .null }
        set { variables[name] = newValue }
    }

    /// What a function that is given as an argument sees of what it is called with.
    func called(with arguments: [YaqlValue]) -> YaqlScope {
        var scope = self
        scope.variables[""] = arguments.first ?? .null
        for (index, argument) in arguments.enumerated() {
            scope.variables[String(index + 1)] = argument
        }
        return scope
    }
}
