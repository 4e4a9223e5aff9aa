import Documents
import Yams

/// A YAML or JSON file, read into values that know their lines.
package enum InputDocument {
    /// How a file is written. JSON is read as the YAML it also is, but held to its own rules.
    package enum Syntax: Sendable {
        case yaml, json

        /// By the end of the file's name.
        package init(file: String) {
            self = file.lowercased().hasSuffix(".json") ? .json : .yaml
        }
    }

    /// The document's root, or nil after telling the log why there is none.
    package static func read(
        _ bytes: [UInt8],
        syntax: Syntax,
        log: InputProblemLog
    ) -> InputCursor? {
        guard let text = InputText.decode(bytes, log: log) else { return nil }
        let reported = log.problems.count
        if syntax == .json, let error = JSONSyntax.firstError(in: text) {
            log.add(line: error.line, error.message)
        }
        // What JSON forbids and YAML allows leaves a tree behind, in which to look for more.
        let isJSON = log.problems.count == reported
        do {
            guard let root = try YAMLTree.compose(text) else {
                log.add(line: 1, "found no document, expected a mapping")
                return nil
            }
            return InputCursor(root, line: root.mark?.line ?? 1, path: InputPath(), log: log)
        } catch {
            if isJSON { log.add(line: error.line, error.message) }
            return nil
        }
    }
}
