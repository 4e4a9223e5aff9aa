public import World

/// Something happened that must never happen.
public struct Violation: Error, Sendable, Hashable {
    public let checker: CheckerName
    public let at: Instant
    /// Who or what it happened to: a node, a store, a replica.
    public let subject: String
    /// What was seen and why it may not be, as a sentence.
    public let message: String

    public init(checker: CheckerName, at: Instant, subject: String, message: String) {
        self.checker = checker
        self.at = at
        self.subject = subject
        self.message = message
    }

    /// The same run breaks the same rule again.
    public var isTransient: Bool { false }
}

extension Violation: CustomStringConvertible {
    public var description: String { "\(checker) at \(at): \(subject): \(message)" }
}
