/// What is found wrong while one file is read.
struct ProblemLog {
    let file: String
    private(set) var problems: [TemplateProblem] = []

    init(file: String) { self.file = file }

    mutating func add(_ line: Int, _ path: TemplatePath, _ message: String) {
        problems.append(
            TemplateProblem(TemplatePlace(file: file, line: line, path: path), message))
    }

    mutating func add(_ problem: TemplateProblem) { problems.append(problem) }

    /// Runs a reading that ends at its first problem, and keeps the problem.
    mutating func keeping<Value>(
        _ read: () throws(TemplateProblem) -> Value
    ) -> Value? {
        do throws(TemplateProblem) {
            return try read()
        } catch {
            problems.append(error)
            return nil
        }
    }
}
