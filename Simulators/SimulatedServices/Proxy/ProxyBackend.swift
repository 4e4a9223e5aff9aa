/// HAProxy's view of the servers behind one address: which are up by its own checks, and who gets
/// the next connection.
///
/// A server that has died is thought to be up until as many checks in a row have failed as `fall`
/// says, and gets connections until then. Source: HAProxy's configuration manual (`check`,
/// `balance`, `stick`, `backup`, `maxconn`, `timeout queue`). Not modelled: weights, slow starts,
/// retries to other servers.
public struct ProxyBackend: Sendable {
    private struct State {
        var isUp = true
        /// Checks in a row that say otherwise.
        var streak = 0
        var connections = 0
    }

    private struct Waiting {
        let call: CallNumber
        let source: Int
        let until: Duration
    }

    public let options: ProxyOptions
    private var states: [State]
    private var turn = 0
    private var stuck: ServiceNode?
    private var queue: [Waiting] = []
    private var sessions: [CallNumber: Int] = [:]

    public init(_ options: ProxyOptions) {
        self.options = options
        states = options.servers.map { _ in State() }
    }

    /// Servers that are thought to be up, in the configuration's order.
    public var up: [ServiceNode] { options.servers.indices.filter { states[$0].isUp }.map(name) }

    /// Takes the result of one check.
    ///
    /// - Returns: connections that are closed since their server is down now.
    public mutating func note(
        check node: ServiceNode, _ health: ServiceHealth
    ) -> [CallNumber] {
        guard let place = options.servers.firstIndex(where: { $0.node == node }) else { return [] }
        let isWell = health == .serving
        guard isWell != states[place].isUp else {
            states[place].streak = 0
            return []
        }
        states[place].streak += 1
        guard states[place].streak >= (isWell ? options.rise : options.fall) else { return [] }
        (states[place].isUp, states[place].streak) = (isWell, 0)
        guard !isWell, options.closesSessions else { return [] }
        let closed = sessions.keys.sorted().filter { sessions[$0] == place }
        for call in closed { close(call) }
        return closed
    }

    /// Places a connection.
    ///
    /// - Parameter source: a number for the client's address, which `balance source` goes by.
    public mutating func open(
        _ call: CallNumber, from source: Int, at now: Duration
    ) -> ProxyDecision {
        let candidates = eligible
        guard !candidates.isEmpty else { return .unavailable }
        guard let place = choose(candidates, source) else {
            queue.append(Waiting(call: call, source: source, until: now + options.queueTimeout))
            return .queued
        }
        return .server(connect(call, to: place))
    }

    /// Ends a connection, and makes room for one that waits.
    public mutating func close(_ call: CallNumber) {
        guard let place = sessions.removeValue(forKey: call) else { return }
        states[place].connections -= 1
    }

    /// Connections that waited and now have a server, and those that have waited too long or for
    /// whom no server is up, by `nil`.
    public mutating func serveQueue(
        at now: Duration
    ) -> [(call: CallNumber, node: ServiceNode?)] {
        var served: [(call: CallNumber, node: ServiceNode?)] = []
        var rest: [Waiting] = []
        for waiting in queue {
            let candidates = eligible
            if now >= waiting.until || candidates.isEmpty {
                served.append((waiting.call, nil))
            } else if let place = choose(candidates, waiting.source) {
                served.append((waiting.call, connect(waiting.call, to: place)))
            } else {
                rest.append(waiting)
            }
        }
        queue = rest
        return served
    }

    /// Servers that may be asked: the active ones that are up; of the backups the first that is up,
    /// once none of those is.
    private var eligible: [Int] {
        let up = options.servers.indices.filter { states[$0].isUp }
        if options.sticksToOne, let place = up.first(where: { name($0) == stuck }) {
            return [place]
        }
        let active = up.filter { options.servers[$0].part == .active }
        return active.isEmpty ? Array(up.prefix(1)) : active
    }

    private mutating func choose(_ candidates: [Int], _ source: Int) -> Int? {
        if options.balance == .source {
            let place = candidates[source % candidates.count]
            return hasRoom(place) ? place : nil
        }
        let free = candidates.filter(hasRoom)
        guard !free.isEmpty else { return nil }
        defer { turn += 1 }
        let inTurn = free.indices.map { free[($0 + turn) % free.count] }
        guard options.balance == .leastConnections else { return inTurn[0] }
        return inTurn.min { states[$0].connections < states[$1].connections }
    }

    private mutating func connect(_ call: CallNumber, to place: Int) -> ServiceNode {
        states[place].connections += 1
        sessions[call] = place
        if options.sticksToOne { stuck = name(place) }
        return name(place)
    }

    private func hasRoom(_ place: Int) -> Bool {
        options.servers[place].limit.map { states[place].connections < $0 } ?? true
    }

    private func name(_ place: Int) -> ServiceNode { options.servers[place].node }
}
