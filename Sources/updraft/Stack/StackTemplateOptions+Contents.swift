import ArgumentParser
import Orchestration

extension StackTemplateOptions {
    /// What a stack is to be made of.
    ///
    /// - Throws: ``ExitStatus/badInput`` where something is wrong with it, after telling all of it.
    func contents() throws -> StackService.Contents {
        let tree = tree()
        let problems = TemplateTreeCheck.problems(in: tree)
        for problem in problems { StandardError.print(problem.description) }
        guard problems.isEmpty, let text = tree.template else { throw ExitStatus.badInput }
        return StackService.Contents(
            template: text, file: tree.root, files: tree.files,
            environment: try tree.environment())
    }
}
