import Hardware
import Plans
import Undercloud
import World

/// Servers that run are taken for lost a few at a time: a tenth of all, but two in any cloud.
///
/// More silence than that speaks for a network that is down. Taking every silent machine for dead
/// would turn a cable that was pulled out into the end of the cloud.
public struct BoundedLosses: Checker {
    public static let name: CheckerName = "bounded-losses"

    private static let least = 2

    private var store = AuthoritativeStore()
    /// Looked up and counted only.
    private var states: [ServerName: ServerState] = [:]

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        guard case .commit(let commit) = observation, store.includes(commit) else { return nil }
        var found: Violation?
        for server in commit.written(Server.self) {
            let old = states.updateValue(server.state, forKey: server.name)
            guard old == .active, server.state == .evicting else { continue }
            let lost = states.values.count { $0 == .evicting }
            let limit = max(Self.least, states.count / 10)
            guard lost > limit else { continue }
            found =
                found
                ?? violation(
                    at: commit.at, server.name.text,
                    "it was taken for lost, the \(lost)th of \(states.count) at the same time")
        }
        return found
    }
}
