/// One line of a node's history of a resource: what was done there, and how it ended.
public struct OperationRecord: Sendable, Hashable {
    /// How the executor saw the operation end; the numbers are those of the CIB's `op-status`.
    public enum Status: Int, Sendable, Hashable {
        case unknown = -2
        case pending = -1
        case done = 0
        case cancelled, timeout, notSupported, error, errorHard, errorFatal, notInstalled
        case notConnected, invalid, noFenceDevice, noSecrets
    }

    /// A record that `crm_mon` calls a failure is kept apart from the last record of its operation.
    public var isLastFailure = false
    public var task: OperationTask
    public var interval: Duration
    /// Counts up on its node; -1 while pending.
    public var call: Int
    public var status: Status
    public var code: OCFCode
    /// What the cluster expected; nil if nobody knows.
    public var expected: OCFCode?
    /// Seconds since 1970.
    public var lastChange: Int?
    public var migrationSource: NodeName?
    public var migrationTarget: NodeName?
    /// The transition that asked for it, which orders pending operations.
    public var transition = 0

    public init(
        _ task: OperationTask, interval: Duration = .zero, call: Int, code: OCFCode = .ok,
        expected: OCFCode? = .ok, status: Status? = nil, lastChange: Int? = nil
    ) {
        self.task = task
        self.interval = interval
        self.call = call
        self.code = code
        self.expected = expected
        self.status = status ?? (code == expected ? .done : .error)
        self.lastChange = lastChange
    }

    /// Asks whether something runs that nobody started.
    var isProbe: Bool { task == .monitor && interval == .zero }
}
