/// What a resource agent did when it was asked to do something.
public struct AgentAnswer: Sendable, Hashable {
    /// What others notice of it.
    public enum Event: Sendable, Hashable {
        /// A node tells its network that an address is now its own.
        case gratuitousARP(address: String)
    }

    public let code: OCFCode
    /// From the request to the answer.
    public let duration: Duration
    public let events: [Event]

    public init(_ code: OCFCode, after duration: Duration, events: [Event] = []) {
        self.code = code
        self.duration = duration
        self.events = events
    }
}
