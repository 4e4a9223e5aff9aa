public import Undercloud

/// When something goes wrong.
public enum FaultTrigger: Sendable, Hashable {
    /// Since the start of the run.
    case at(Duration)
    /// Since a part of the flow began.
    case phase(Phase, after: Duration)
    /// Since events of a kind.
    case event(kind: String, EventOccurrence, after: Duration)
}
