/// How a step that the conductor carries out itself left the work.
public enum StepOutcome: Sendable, Hashable {
    /// It is done.
    case done
    /// It is done, and what ran on the machine before runs no more.
    case restarted
    /// It goes on by itself, and something else tells when it is done (Ironic's `CLEANWAIT` and
    /// its like).
    case waits(StepProgress.Awaited)
    /// The work stops until an operator says `unhold`.
    case holds
}
