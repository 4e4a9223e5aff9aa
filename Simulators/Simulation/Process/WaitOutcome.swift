/// How a wait ended.
public enum WaitOutcome: Sendable, Hashable {
    /// Somebody called ``Wakeup/wake()``.
    case woken
    /// The deadline came first.
    case deadlineReached
}
