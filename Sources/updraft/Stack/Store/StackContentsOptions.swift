import ArgumentParser
import Orchestration
import OrderedCollections

/// What a stack is to be made of.
struct StackContentsOptions: ParsableArguments {
    @OptionGroup var files: StackTemplateOptions

    @Option(
        name: [.customShort("P"), .customLong("parameter")],
        help: "A parameter as NAME=VALUE; goes over what environments say. May be repeated.")
    var parameters: [String] = []

    func validate() throws {
        for parameter in parameters where !parameter.dropFirst().contains("=") {
            throw ValidationError("'\(parameter)' is no parameter, expected NAME=VALUE.")
        }
    }

    /// - Throws: ``ExitStatus/badInput`` where something is wrong with it, after telling all of it.
    func contents() throws -> StackService.Contents {
        let tree = files.tree(and: ("--parameter", environment))
        let problems = TemplateTreeCheck.problems(in: tree, for: .creation)
        for problem in problems { StandardError.print(problem.description) }
        guard problems.isEmpty, let text = tree.template else { throw ExitStatus.badInput }
        return StackService.Contents(
            template: text, file: tree.root, files: tree.files,
            environment: try tree.environment())
    }

    /// The parameters as an environment file has them.
    private var environment: String {
        var values: OrderedDictionary<String, TemplateValue> = [:]
        for parameter in parameters {
            let parts = parameter.split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            values[String(parts[0])] = .string(String(parts[1]))
        }
        let document: TemplateValue = ["parameters": .map(values)]
        return document.json()
    }
}
