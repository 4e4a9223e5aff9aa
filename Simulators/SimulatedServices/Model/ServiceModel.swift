/// One instance of a service on one host, as a state machine: it takes what happens and the time,
/// and answers what it does. It draws no chance, reads no clock and sends nothing itself, so that
/// any host, network and fault can be put around it.
public protocol ServiceModel: Sendable {
    /// What instances say to each other.
    associatedtype Message: Sendable
    /// What clients ask, and what they are told.
    associatedtype Call: Sendable
    associatedtype Answer: Sendable

    /// Whether it would serve a call now.
    var health: ServiceHealth { get }

    /// - Parameter now: the host's own clock, which never goes backwards while the instance runs.
    mutating func take(
        _ input: ServiceInput<Message, Call>, at now: Duration
    ) -> [ServiceEffect<Message, Answer>]
}
