import ArgumentParser
import Orchestration

/// `updraft stack validate overcloud.yaml -e registry.yaml`
struct StackValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Tells everything that is wrong with a template, its environments and files.",
        discussion: """
            Templates behind types and the files of get_file are looked for where the file that \
            names them lies. Every problem is told with its file, line and key:

              updraft stack validate overcloud.yaml -e overcloud-resource-registry-puppet.yaml

            Exit status: 0 nothing is wrong, 64 something is.
            """
    )

    @OptionGroup var options: StackTemplateOptions

    func run() throws {
        let tree = options.tree()
        let problems = TemplateTreeCheck.problems(in: tree)
        for problem in problems { StandardError.print(problem.description) }
        guard problems.isEmpty else {
            StandardError.print(
                "\(problems.count) " + (problems.count == 1 ? "problem" : "problems"))
            throw ExitStatus.badInput
        }
        let count = tree.files.count
        StandardOutput.print(
            "\(options.template): good, with \(count) " + (count == 1 ? "file" : "files"))
        try StandardOutput.check()
    }
}
