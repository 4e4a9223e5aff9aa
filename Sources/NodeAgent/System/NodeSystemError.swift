/// Why a system did not do what an agent asked of it.
public struct NodeSystemError: Error, Hashable, CustomStringConvertible {
    /// What failed, with the path or the command, in words.
    public let description: String

    public init(_ description: String) { self.description = description }

    /// What everything says once the system that asks is stopped.
    public static let stopped = NodeSystemError("the system was stopped")

    /// Whether trying again may help. A full disk or a missing right stays.
    public var isTransient: Bool { false }
}
