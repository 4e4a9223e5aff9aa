/// What a call passes: values in order, and values by name.
struct JinjaArguments {
    var positional: [JinjaExpression] = []
    var named: [(name: String, value: JinjaExpression)] = []
}
