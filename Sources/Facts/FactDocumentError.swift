/// Why a document does not say what a machine is.
public struct FactDocumentError: Error, Hashable, Sendable {
    /// Where it was read from, as its reader was told.
    public let origin: String
    /// From 1.
    public let line: Int
    /// From 1; nil where only the line is known.
    public let column: Int?
    public let message: String

    public init(origin: String, line: Int, column: Int?, message: String) {
        self.origin = origin
        self.line = line
        self.column = column
        self.message = message
    }

    /// The same document stays wrong until it is written anew.
    public var isTransient: Bool { false }
}

extension FactDocumentError: CustomStringConvertible {
    public var description: String {
        "\(origin):\(line)\(column.map { ":\($0)" } ?? ""): \(message)"
    }
}
