public import NodeAgent

/// What an operator may choose about steps.
public struct StepOptions: Sendable, Hashable {
    /// Whether nodes are cleaned without being asked (`automated_clean`).
    public enum AutomatedCleaning: String, Sendable, Hashable, Codable {
        case enabled
        case disabled
    }

    public var automatedCleaning = AutomatedCleaning.enabled
    /// Priorities in automated cleaning that differ from the drivers' own
    /// (`clean_step_priority_override`, and the options for single steps). 0 switches a step off.
    ///
    /// TripleO's setting is the default here: metadata is erased, whole disks are not, which takes
    /// hours.
    public var cleanPriorities: [StepID: Int] = [.eraseDevices: 0]
    /// The same for verification (`verify_step_priority_override`).
    public var verifyPriorities: [StepID: Int] = [:]
    /// Steps that nobody may take (`disallow_clean_steps` and its like).
    public var disallowed: [StepKind: Set<StepID>] = [:]
    /// What follows a secure erase that failed, and what is done about disks that take no writes.
    public var erasure = ErasureRules()
    /// Longest that a `wait` step may take (`max_conductor_wait_step_seconds`).
    public var longestWait: Duration = .seconds(30)

    public init() {}

    func isAllowed(_ id: StepID, for kind: StepKind) -> Bool {
        !(disallowed[kind]?.contains(id) ?? false)
    }
}
