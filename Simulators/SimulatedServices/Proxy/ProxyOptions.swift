/// A `listen` section of HAProxy's rendered configuration. What it does not say is HAProxy's own.
public struct ProxyOptions: Sendable, Hashable {
    /// `balance`.
    public enum Balance: Sendable, Hashable { case roundRobin, leastConnections, source }

    public var balance = Balance.roundRobin
    public var servers: [ProxyServer]
    /// `inter`, 2 s; `rise`, 2; `fall`, 3.
    public var interval: Duration = .seconds(2)
    public var rise = 2
    public var fall = 3
    /// `stick on dst`, with which TripleO keeps all of Galera's clients on one server until that is
    /// down, and there also if another comes back.
    public var sticksToOne = false
    /// `on-marked-down shutdown-sessions`: connections to a server that is down are closed.
    public var closesSessions = false
    /// `timeout queue`: how long a connection waits for a server with room.
    public var queueTimeout: Duration = .seconds(60)

    public init(servers: [ProxyServer]) { self.servers = servers }
}
