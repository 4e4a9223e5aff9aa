/// An operation that a configuration describes: how often, and what its failure means.
public struct OperationDefinition: Sendable, Hashable {
    /// What happens when an operation fails; in the order in which one outweighs another.
    public enum FailureResponse: Int, Sendable, Hashable, CaseIterable {
        case ignore, demote, restart, migrate, block, stop, standby, fence
    }

    public var task: OperationTask
    /// Zero for what is done once.
    public var interval: Duration
    /// nil for the task's own default.
    public var onFail: FailureResponse?
    /// The role in which a recurring operation is done; nil for every role but promoted.
    public var role: ResourceRole?
    public var isEnabled = true

    public init(
        _ task: OperationTask, interval: Duration = .zero, onFail: FailureResponse? = nil,
        role: ResourceRole? = nil
    ) {
        self.task = task
        self.interval = interval
        self.onFail = onFail
        self.role = role
    }
}
