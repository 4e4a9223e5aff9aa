import ArgumentParser
import Foundation
import Orchestration

/// Which template, with which environments.
struct StackTemplateOptions: ParsableArguments {
    @Option(
        name: [.customShort("e"), .customLong("environment")],
        help: "An environment file; later ones go over earlier ones.",
        completion: .file(extensions: ["yaml"]))
    var environments: [String] = []

    @Argument(help: "The root template.", completion: .file(extensions: ["yaml", "template"]))
    var template: String

    /// The template with all that it names, from where the files lie.
    func tree() -> TemplateTree {
        TemplateTree(gathering: template, environments: environments) { path in
            try? String(contentsOf: URL(filePath: path), encoding: .utf8)
        }
    }
}
