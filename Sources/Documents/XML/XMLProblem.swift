/// Why a text is no XML, or none that is taken.
public struct XMLProblem: Error, Hashable, CustomStringConvertible {
    public let reason: String
    /// Where, in bytes from the beginning.
    public let offset: Int

    /// The same text stays wrong.
    public var isTransient: Bool { false }

    public var description: String { "\(reason), at byte \(offset)" }
}
