/// What must come of a run.
public enum Expectation: String, Sendable, Hashable, CaseIterable {
    /// The cloud is whole in the end.
    case converged
    /// The control plane says why it cannot be done, and leaves nothing half done.
    case refused
}
