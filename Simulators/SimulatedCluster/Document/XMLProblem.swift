/// Why a text is no XML document that can be read.
public struct XMLProblem: Error, Hashable, CustomStringConvertible {
    /// Bytes before the place.
    public let offset: Int
    public let reason: String

    public var description: String { "byte \(offset): \(reason)" }
    /// The same text is the same problem.
    public var isTransient: Bool { false }
}
