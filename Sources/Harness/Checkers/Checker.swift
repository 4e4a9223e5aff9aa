public import World

/// Watches a run from outside and knows when something happened that must never happen.
///
/// It relies on what machines do and stores carry out, not on what services tell of themselves.
/// An observation costs it about the same however large the cloud is.
public protocol Checker {
    /// What scenarios and reports call it.
    static var name: CheckerName { get }

    /// - Returns: the rule broken by what was seen, if one was.
    mutating func observe(_ observation: Observation) -> Violation?

    /// Whether it is shown who asks controllers for their machines' power.
    static var seesLooks: Bool { get }

    /// Somebody asked a controller for its machine's power.
    mutating func observe(_ look: PowerLook) -> Violation?

    /// The run is over and the cloud was left to settle.
    mutating func finish(at end: Instant) -> Violation?
}

extension Checker {
    public static var seesLooks: Bool { false }

    public mutating func observe(_ look: PowerLook) -> Violation? { nil }

    public mutating func finish(at end: Instant) -> Violation? { nil }

    func violation(at: Instant, _ subject: String, _ message: String) -> Violation {
        Violation(checker: Self.name, at: at, subject: subject, message: message)
    }
}
