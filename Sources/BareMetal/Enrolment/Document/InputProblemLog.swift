package import Hardware

/// Gathers what is wrong with one file, so that its author hears of everything at once.
package final class InputProblemLog {
    package let file: String
    package private(set) var problems: [InputProblem] = []
    /// What is no mistake, but not what its author may think either.
    package private(set) var notices: [InputProblem] = []

    package init(file: String) { self.file = file }

    package func add(line: Int, path: InputPath = InputPath(), _ message: String) {
        problems.append(
            InputProblem(file: file, line: line, path: path.description, message: message)
        )
    }

    package func addNotice(line: Int, path: InputPath = InputPath(), _ message: String) {
        notices.append(
            InputProblem(file: file, line: line, path: path.description, message: message)
        )
    }

    /// Takes over what was found wrong with another file that this one names.
    package func add(_ others: InputProblems) { problems += others.problems }

    /// - Throws: Everything gathered, this file's own problems first, each file's by line.
    package func throwIfAny() throws(InputProblems) {
        guard !problems.isEmpty else { return }
        let ranked = problems.enumerated().sorted { left, right in
            rank(left.element, left.offset) < rank(right.element, right.offset)
        }
        throw InputProblems(ranked.map(\.element))
    }

    private func rank(_ problem: InputProblem, _ offset: Int) -> (Int, Int, Int) {
        // Another file's problems keep the order their reader gave them.
        problem.file == file ? (0, problem.line, offset) : (1, 0, offset)
    }
}
