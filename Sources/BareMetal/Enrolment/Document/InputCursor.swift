import Hardware
import Yams

/// One value of a document, with its place and with the log that hears what is wrong with it.
///
/// Every reading function returns nil after telling the log; nobody else need tell it again.
package struct InputCursor {
    let node: Yams.Node
    package let line: Int
    package let path: InputPath
    package let log: InputProblemLog

    init(_ node: Yams.Node, line: Int, path: InputPath, log: InputProblemLog) {
        self.node = node
        self.line = line
        self.path = path
        self.log = log
    }

    /// The same value, for a reader whose complaints go elsewhere.
    package func reporting(to log: InputProblemLog) -> InputCursor {
        InputCursor(node, line: line, path: path, log: log)
    }

    package func report(_ message: String) { log.add(line: line, path: path, message) }

    /// Tells something that does not keep the file from being used.
    package func notice(_ message: String) { log.addNotice(line: line, path: path, message) }

    package func reportMismatch(expected: String) {
        report("found \(found), expected \(expected)")
    }

    /// Whether the value is missing although its key is there.
    package var isNothing: Bool { scalar == .nothing }

    package var scalar: InputScalar? {
        if case .scalar(let scalar) = node { InputScalar(scalar) } else { nil }
    }

    /// What stands here, in words.
    package var found: String {
        switch (node, scalar) {
        case (.mapping, _): "a mapping"
        case (.sequence, _): "a list"
        case (_, .nothing?): "nothing"
        case (_, .truth(let truth)?): "\(truth)"
        case (_, .number(let number)?): "the number \(Self.excerpt(number))"
        case (_, .text(let text)?): "'\(Self.excerpt(text))'"
        case (_, nil): "an alias"
        }
    }

    /// Enough of a text to know it again.
    private static let excerptLength = 60

    package static func excerpt(_ text: String) -> String {
        let line = text.map { $0.isNewline ? " " : $0 }
        return line.count <= excerptLength
            ? String(line) : String(line.prefix(excerptLength)) + "…"
    }
}
