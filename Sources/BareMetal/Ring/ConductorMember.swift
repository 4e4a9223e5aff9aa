public import World

/// A conductor that the ring counts on, for one term of its own.
public struct ConductorMember: Sendable, Hashable, Codable {
    public let host: HostAddress
    public let scope: ConductorScope
    public let drivers: DriverSupport
    /// Which of the host's registrations it comes from.
    public let life: Int
    /// Until when it may act is its own lease's matter; what it may write ends with this term. No
    /// two conductors, nor two lives of one, ever have the same.
    public let term: Term

    public init(
        host: HostAddress, scope: ConductorScope, drivers: DriverSupport = .all, life: Int,
        term: Term
    ) {
        self.host = host
        self.scope = scope
        self.drivers = drivers
        self.life = life
        self.term = term
    }
}
