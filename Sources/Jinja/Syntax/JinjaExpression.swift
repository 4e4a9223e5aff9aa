/// An expression, with the line it stands in.
struct JinjaExpression {
    indirect enum Form {
        case constant(JinjaValue)
        case name(String)
        case list([JinjaExpression])
        case tuple([JinjaExpression])
        case map([(key: JinjaExpression, value: JinjaExpression)])
        case attribute(JinjaExpression, String)
        case item(JinjaExpression, JinjaExpression)
        case slice(JinjaExpression, JinjaExpression?, JinjaExpression?, JinjaExpression?)
        case call(JinjaExpression, JinjaArguments)
        case filter(JinjaExpression, String, JinjaArguments)
        case test(JinjaExpression, String, JinjaArguments)
        case unary(String, JinjaExpression)
        case binary(String, JinjaExpression, JinjaExpression)
        case condition(JinjaExpression, then: JinjaExpression, otherwise: JinjaExpression?)
    }

    let form: Form
    let line: Int
}
