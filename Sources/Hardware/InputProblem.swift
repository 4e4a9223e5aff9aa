/// One thing wrong with a file somebody wrote: where it is, what was found, what was expected.
public struct InputProblem: Sendable, Hashable {
    /// The file as its reader was given it.
    public let file: String
    /// Counted from 1.
    public let line: Int
    /// Where in the document, such as `nodes[3].mac[0]`; empty for the document as a whole.
    public let path: String
    /// What was found and what was expected. Never holds a password.
    public let message: String

    public init(file: String, line: Int, path: String, message: String) {
        self.file = file
        self.line = line
        self.path = path
        self.message = message
    }
}

extension InputProblem: CustomStringConvertible {
    public var description: String {
        path.isEmpty ? "\(file):\(line): \(message)" : "\(file):\(line): \(path): \(message)"
    }
}
