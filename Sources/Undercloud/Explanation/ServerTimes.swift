import BareMetal
import Compute
import Hardware
import World

/// Since when a server has been as it is, and which machines it was on.
struct ServerTimes: Sendable {
    private(set) var history: [Explanation.Entry] = []
    private(set) var since = Instant.epoch
    /// Why each machine was given up, the last time it was.
    private(set) var failures: [NodeName: String] = [:]
    private var last: Server?

    mutating func observe(_ server: Server, at time: Instant) {
        let old = last
        last = server
        guard old?.state != server.state || old?.node != server.node else { return }
        if old?.state != server.state { since = time }
        if let node = old?.node, server.node == nil, server.failedOn.contains(node) {
            failures[node] = server.lastError
        }
        let isBadNews = server.state != .active && server.state != .starting
        history.append(
            Explanation.Entry(
                at: Moment(time), state: server.state.rawValue, machine: server.node?.text,
                reason: isBadNews ? server.lastError : nil))
    }
}
