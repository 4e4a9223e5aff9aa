package import Documents

/// A specification: the facts that a machine must have to be given a profile (`<profile>.specs`).
package struct MatchSpec {
    package let lines: [SpecLine]
    /// The variables' names, without the `$` that marks them. What was written with two keeps one.
    let variables: [String]
    /// Lines that no machine can match as they are written.
    package let findings: [SpecFinding]

    /// Reads the text of a file: a Python list of tuples of four texts.
    package init(_ text: String) throws(PythonSyntaxError) {
        try self.init(try PythonLiteral(text))
    }

    init(_ literal: PythonLiteral) throws(PythonSyntaxError) {
        guard let items = literal.items else {
            throw PythonSyntaxError(place: literal.place, message: "expected a list of tuples")
        }
        var parser = SpecParser()
        var lines: [SpecLine] = []
        for item in items { lines.append(try parser.line(item)) }
        self.lines = lines
        (variables, findings) = (parser.variables, parser.findings)
    }
}
