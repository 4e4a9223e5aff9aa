public import BareMetal
public import Compute
import Hardware
import Plans
public import World

/// When everything became as it is, as far as whoever watches has seen: by a store's commits, or by
/// looking at it again and again.
public struct CloudTimes: Sendable {
    private var nodes: [NodeName: NodeTimes] = [:]
    private var servers: [ServerName: ServerTimes] = [:]
    private var leadership: Leadership?
    /// Since when the present leader has led. Its patience is measured from there at the earliest.
    private(set) var leaderSince = Instant.epoch

    public init() {}

    public mutating func observe(_ node: Node, at time: Instant) {
        nodes[node.name, default: NodeTimes()].observe(node, at: time)
    }

    public mutating func observe(_ server: Server, at time: Instant) {
        servers[server.name, default: ServerTimes()].observe(server, at: time)
    }

    public mutating func observe(_ next: Leadership, at time: Instant) {
        if leadership != next { leaderSince = time }
        leadership = next
    }

    subscript(name: NodeName) -> NodeTimes { nodes[name] ?? NodeTimes() }
    subscript(name: ServerName) -> ServerTimes { servers[name] ?? ServerTimes() }
}
