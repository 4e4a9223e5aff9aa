import Compute
import Hardware
import Plans
import Undercloud
import World

/// Servers that run are taken for lost a few at a time: a tenth of all, but two in any cloud. One
/// that was lost counts until it runs elsewhere.
///
/// More silence than that speaks for a network that is down. Taking every silent machine for dead
/// would turn a cable that was pulled out into the end of the cloud.
public struct BoundedLosses: Checker {
    public static let name: CheckerName = "bounded-losses"

    private static let least = 2

    private var store = AuthoritativeStore()
    /// Looked up and counted only, as the other.
    private var states: [ServerName: ServerState] = [:]
    private var lost: Set<ServerName> = []

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        guard case .commit(let commit) = observation, store.includes(commit) else { return nil }
        var found: Violation?
        for server in commit.written(Server.self) {
            let old = states.updateValue(server.state, forKey: server.name)
            if server.state == .active || server.state == .error { lost.remove(server.name) }
            guard old == .active, server.state == .evicting else { continue }
            lost.insert(server.name)
            let limit = max(Self.least, states.count / 10)
            guard lost.count > limit else { continue }
            found =
                found
                ?? violation(
                    at: commit.at, server.name.text,
                    "it was taken for lost as number \(lost.count) of \(states.count) at one time"
                )
        }
        return found
    }
}
