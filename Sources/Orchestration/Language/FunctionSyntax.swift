/// A call of a function as it is written: its name and its arguments, parsed.
struct FunctionSyntax: Sendable {
    let name: String
    let place: TemplatePlace
    let arguments: Expression

    func problem(_ message: String) -> TemplateProblem {
        TemplateProblem(place, "'\(name)': \(message)")
    }

    /// For what grows beyond ``TemplateLimits/resolved``.
    var tooLarge: TemplateProblem {
        problem("it makes more than \(TemplateLimits.resolved) bytes")
    }

    /// For what an author wrote in another form than the function takes.
    ///
    /// - Parameter form: an example that teaches, without the function's name.
    func mismatch(expected form: String) -> TemplateProblem {
        problem("found \(arguments.kind), expected \(form)")
    }

    /// As many arguments as are expected, in a list.
    func list(_ count: ClosedRange<Int>, form: String) throws(TemplateProblem) -> [Expression] {
        guard let items = arguments.items else { throw mismatch(expected: form) }
        guard count.contains(items.count) else {
            throw problem("found \(items.count) arguments, expected \(form)")
        }
        return items
    }
}
