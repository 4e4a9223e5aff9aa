/// A `for` statement.
struct JinjaLoop {
    let names: [String]
    let items: JinjaExpression
    let condition: JinjaExpression?
    let body: [JinjaStatement]
    let otherwise: [JinjaStatement]
    let line: Int
}
