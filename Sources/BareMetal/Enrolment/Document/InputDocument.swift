import Hardware
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

    /// How much is read in all to tell pairs of equal keys one by one: each pair costs a reading.
    static let rereadLimit = ByteCount.mebibytes(32)
    /// Pairs that are told one by one, whatever the file's size; past both bounds the next pair
    /// is the last thing told.
    static let smallestDuplicateLimit = 16

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
        switch compose(text) {
        case .success(let root?):
            return InputCursor(root, line: root.mark?.line ?? 1, path: InputPath(), log: log)
        case .success(nil):
            log.add(line: 1, "found no document, expected a mapping")
        case .failure(let error):
            if isJSON { log.add(line: error.line, error.message) }
        }
        return nil
    }

    private static func compose(_ text: String) -> Result<Yams.Node?, YAMLSyntaxError> {
        var text = text
        let readings = Int(rereadLimit.bytes) / text.utf8.count
        let duplicateLimit = max(smallestDuplicateLimit, min(readings, 1000))
        for number in 0...duplicateLimit {
            do {
                let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
                return .success(try parser.singleRoot())
            } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
                let repaired = DuplicateKey.setAside(at: context.mark, number: number, in: text)
                guard number < duplicateLimit, let repaired else {
                    return .failure(YAMLSyntaxError(duplicated: keys, line: context.mark.line))
                }
                text = repaired
            } catch {
                return .failure(YAMLSyntaxError(error, in: text))
            }
        }
        preconditionFailure("The last round of reading returns.")
    }
}
