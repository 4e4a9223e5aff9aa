/// A `macro` statement: a function that gives text.
struct JinjaMacro {
    let name: String
    let parameters: [(name: String, standard: JinjaExpression?)]
    let body: [JinjaStatement]
    let line: Int
}
