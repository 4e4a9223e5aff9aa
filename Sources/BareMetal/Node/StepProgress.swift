public import World

/// Where the steps of a node's work stand, as far as a new conductor must know.
public struct StepProgress: Sendable, Hashable, Codable {
    /// What ends the wait for a step.
    public enum Awaited: String, Sendable, Hashable, Codable {
        /// A report of the ramdisk's agent.
        case agent
        /// The hardware, which a conductor asks from time to time.
        case hardware
    }

    public let plan: StepPlan
    /// The step that is under way or comes next; past the last where all are done.
    public private(set) var index: Int
    /// How often it was started; 0 before it begins.
    public var attempts: Int
    /// The command that an agent was given for it.
    public var command: Identifier?
    /// Which life of the agent was given it, or was there when the conductor took it.
    public var life: Identifier?
    public var awaits: Awaited
    /// The RAID that an agent was told to build; nil for a step that builds none. The target may
    /// change while it builds.
    public var raid: RAIDConfiguration?
    /// Whether somebody asked for an abort that waits for the step's end.
    public var isToAbort: Bool

    public init(_ plan: StepPlan) {
        self.plan = plan
        index = 0
        attempts = 0
        awaits = .agent
        isToAbort = false
    }

    public var step: Step? { index < plan.steps.count ? plan.steps[index] : nil }
    public var hasBegun: Bool { attempts > 0 }
    /// Whether an abort has to wait for the end of the step under way.
    var defersAbort: Bool { hasBegun && step?.isAbortable == false }

    /// Whether the ramdisk's agent runs or is on its way.
    var expectsAgent: Bool {
        guard plan.kind == .deploy else { return plan.usesRamdisk }
        let begun = plan.steps.prefix(index + 1)
        return begun.contains { $0.id == .deploy } && !begun.contains { $0.id == .tearDownAgent }
    }

    /// Goes on to the step after this one.
    public mutating func advance() {
        precondition(index < plan.steps.count, "There is no step after the last.")
        index += 1
        attempts = 0
        command = nil
        life = nil
        raid = nil
        awaits = .agent
    }
}
