import BareMetal
import Undercloud
import World

/// How far a run is, on one line: the world's time, the phase, and where servers and nodes are.
public enum ProgressText {
    /// States named; the rest is summed up.
    private static let stateLimit = 5

    public static func line(_ progress: RunProgress) -> String {
        let states = progress.census.sorted { left, right in
            left.count == right.count
                ? left.state.rawValue < right.state.rawValue : left.count > right.count
        }
        let shown = states.prefix(stateLimit).map { "\($0.count) \($0.state)" }
        let rest = states.dropFirst(stateLimit).reduce(0) { $0 + $1.count }
        let nodes = (shown + (rest > 0 ? ["\(rest) others"] : [])).joined(separator: ", ")
        let phase = progress.phase?.rawValue ?? "starting"
        let all = progress.census.reduce(0) { $0 + $1.count }
        return "\((progress.now - .epoch).clockText)  \(phase)  servers \(progress.serversUp)/"
            + "\(progress.serversPlanned)  nodes \(all): \(nodes)"
    }
}
