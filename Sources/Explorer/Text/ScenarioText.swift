import Documents
public import Hardware
import Yams

/// A scenario file as its author wrote it, comments and all, for a search to change and write.
///
/// What a scenario means is no matter here; ``Harness/ScenarioReader`` judges what was written.
public struct ScenarioText: Sendable, Hashable {
    /// The mapping that the file is.
    public var root: ScenarioPart
    /// Comments after the last value.
    private var tail: [String]

    /// - Throws: one problem, with its line, if the text is no YAML or no mapping.
    public init(_ text: String, file: String) throws(InputProblems) {
        let node: Yams.Node?
        do { node = try YAMLTree.compose(text) } catch {
            throw Self.problem(file, error.line, error.message)
        }
        guard let node, case .mapping = node else {
            throw Self.problem(file, 1, "found no mapping, expected one that describes a scenario")
        }
        var comments = CommentLines(text)
        root = ScenarioPart(node, &comments)
        root.style = .block
        tail = comments.rest()
    }

    /// The file's text; it is written with as few changes to its lines as there are in its values.
    public var text: String {
        var writer = ScenarioWriter()
        writer.write(root, lines: tail)
        return writer.text
    }

    /// The scenario's name; empty where the file has none.
    public var name: String {
        get { root["scenario"]?.text ?? "" }
        set {
            var part = root["scenario"] ?? .plain("")
            part.value = .scalar(newValue, isPlain: true)
            root["scenario"] = part
        }
    }

    private static func problem(_ file: String, _ line: Int, _ message: String) -> InputProblems {
        InputProblems([InputProblem(file: file, line: line, path: "", message: message)])
    }
}
