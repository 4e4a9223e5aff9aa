/// Why a text is no history.
public struct HistoryReadError: Error, Hashable, CustomStringConvertible {
    /// From 1.
    public let line: Int
    public let problem: String

    /// The same text says the same.
    public var isTransient: Bool { false }

    public var description: String { "line \(line): \(problem)" }
}
