/// A script that ended a refresh.
public struct RefreshFailure: Error, Hashable, CustomStringConvertible {
    public let phase: RefreshPhase
    /// The script's path.
    public let script: String
    /// Its exit status, with what it said of it; nil where it could not be run.
    public let result: CommandResult?

    public var description: String {
        let end = result.map { "exit status \($0.status)" } ?? "it could not be run"
        return "during \(phase.rawValue) phase: \(script): \(end)"
    }

    /// The next round tries again: scripts wait for each other's work.
    public var isTransient: Bool { true }
}
