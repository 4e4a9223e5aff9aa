public import Undercloud

/// When something goes wrong.
public enum FaultTrigger: Sendable, Hashable {
    /// Since the start of the run.
    case at(Duration)
    /// Since a part of the flow began.
    case phase(Phase, after: Duration)
    /// Since the `nth` event of a kind, counted from 1.
    case event(kind: String, nth: Int, after: Duration)
}
