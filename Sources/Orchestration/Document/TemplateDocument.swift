import Documents
import Yams

/// A template's or an environment's text, read as Heat reads it: JSON or YAML 1.1, of equal keys
/// the last one holds, and dates stay texts.
public enum TemplateDocument {
    /// - Parameters:
    ///   - text: the file's contents.
    ///   - file: its name, for messages.
    /// - Returns: the root; an empty map for an empty file.
    /// - Throws: what keeps the text from being read, with its line.
    public static func read(
        _ text: String, file: String
    ) throws(TemplateProblem) -> TemplateNode {
        guard text.utf8.count <= TemplateLimits.bytes else {
            throw TemplateProblem(
                TemplatePlace(file: file, line: nil),
                "found \(text.utf8.count) bytes, expected \(TemplateLimits.bytes) at most")
        }
        guard let root = try compose(text, file: file) else {
            return TemplateNode(line: 1, content: .map([]))
        }
        var reading = TemplateReading(file: file)
        return try reading.node(root, line: 1, path: TemplatePath(), depth: 0)
    }

    private static func compose(
        _ text: String, file: String
    ) throws(TemplateProblem) -> Yams.Node? {
        do throws(YAMLSyntaxError) {
            return try YAMLTree.compose(blanked(text))
        } catch {
            throw TemplateProblem(TemplatePlace(file: file, line: error.line), error.message)
        }
    }

    /// JSON indents by tabs where it likes, YAML does not; within JSON's texts there are none.
    private static func blanked(_ text: String) -> String {
        guard text.first(where: { !$0.isWhitespace }) == "{", text.contains("\t") else {
            return text
        }
        return String(text.map { $0 == "\t" ? " " : $0 })
    }
}
