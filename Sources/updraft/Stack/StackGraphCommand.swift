import ArgumentParser
import Foundation
import Orchestration

/// `updraft stack graph overcloud.yaml -e registry.yaml > overcloud.svg`
struct StackGraphCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "graph",
        abstract: "Draws which resources of a template wait for which, as SVG.",
        discussion: """
            The picture needs nothing else, and follows the reader's choice of light or dark:

              updraft stack graph overcloud.yaml -e registry.yaml > overcloud.svg

            Exit status: 0 drawn, 64 the template cannot be read.
            """
    )

    @OptionGroup var options: StackTemplateOptions

    func run() throws {
        let graph: ResourceGraph
        do {
            graph = try ResourceGraph(of: options.tree())
        } catch {
            for problem in error.problems { StandardError.print(problem.description) }
            throw ExitStatus.badInput
        }
        StandardOutput.print(ResourceGraphPicture(of: graph, title: options.template).svg)
        try StandardOutput.check()
    }
}
