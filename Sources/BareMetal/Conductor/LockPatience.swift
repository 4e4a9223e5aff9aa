/// How long a lock is asked for that somebody else holds.
enum LockPatience: Sendable {
    /// Once: whoever asks comes again anyway.
    case once
    /// A few times (`node_locked_retry_attempts`).
    case bounded
    /// Until the authority ends, to finish a transition that nobody else would finish (Ironic's
    /// `patient`).
    case unbounded

    /// Whether there is another try after so many.
    func allows(_ attempts: Int) -> Bool {
        switch self {
        case .once: false
        case .bounded: attempts < ConductorLimits.lockAttempts
        case .unbounded: true
        }
    }
}
