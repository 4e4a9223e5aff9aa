/// On whose account a machine's power changes.
enum PowerOrigin: Sendable {
    /// Somebody told its controller.
    case controller
    /// The machine's own firmware, its system, or somebody who stands before it.
    case machine
}
