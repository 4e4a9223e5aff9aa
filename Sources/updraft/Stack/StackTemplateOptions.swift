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
    ///
    /// - Parameter last: one more environment that lies in no file, by name and text.
    func tree(and last: (name: String, text: String)? = nil) -> TemplateTree {
        let names = environments + (last.map { [$0.name] } ?? [])
        return TemplateTree(gathering: template, environments: names) { path in
            if let last, path == last.name { return last.text }
            return try? String(contentsOf: URL(filePath: path), encoding: .utf8)
        }
    }
}
