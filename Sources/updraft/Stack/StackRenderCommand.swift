import ArgumentParser
import Documents
import Foundation
import Jinja
import OrderedCollections

/// `updraft stack render tripleo-heat-templates --output rendered`
struct StackRenderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "Renders a TripleO tree's Jinja templates with its roles and networks.",
        discussion: """
            Writes one file of every *.j2.yaml, one for every role of *.role.j2.yaml, and one for \
            every network of *.network.j2.yaml, beside the templates or below another folder:

              updraft stack render tripleo-heat-templates --output rendered

            Exit status: 0 done, 64 a file is wrong.
            """
    )

    @Argument(help: "The tree's folder.", completion: .directory)
    var tree: String

    @Option(help: "The roles, below the tree.")
    var rolesData = "roles_data.yaml"

    @Option(help: "The networks, below the tree; none where there is no such file.")
    var networkData = "network_data.yaml"

    @Option(help: "Where the files go; the tree itself where nothing is said.")
    var output: String?

    func run() throws {
        let root = URL(filePath: tree, directoryHint: .isDirectory)
        let files = try texts(below: root)
        guard let roles = files[rolesData] else {
            throw ValidationError("there is no \(rolesData) in \(tree)")
        }
        let rendered: OrderedDictionary<String, String>
        do {
            rendered = try TripleOTree(files).rendered(
                roles: try document(roles, rolesData),
                networks: try document(files[networkData] ?? "", networkData))
        } catch let error as JinjaError {
            StandardError.print("\(tree)/\(error)")
            throw ExitStatus.badInput
        }
        let target = output.map { URL(filePath: $0, directoryHint: .isDirectory) } ?? root
        for (path, text) in rendered {
            let file = target.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
            StandardOutput.print(path)
        }
        try StandardOutput.check()
    }

    private func document(_ text: String, _ file: String) throws -> DocumentValue {
        do { return try DocumentValue(yaml: text) } catch {
            StandardError.print("\(tree)/\(file):\(error.line): \(error.message)")
            throw ExitStatus.badInput
        }
    }

    /// All texts of the tree by their paths below it, in the order of these.
    private func texts(below root: URL) throws -> OrderedDictionary<String, String> {
        guard let found = FileManager.default.enumerator(atPath: root.path()) else {
            throw ValidationError("there is no folder \(tree)")
        }
        var texts: OrderedDictionary<String, String> = [:]
        for path in (found.allObjects as? [String] ?? []).sorted() {
            guard path.contains(".j2") || path.hasSuffix(".yaml") else { continue }
            texts[path] = try? String(contentsOf: root.appending(path: path), encoding: .utf8)
        }
        return texts
    }
}
