public import Hardware

/// A step that a hardware driver brings along, taken by the conductor.
public struct DriverStep: Sendable {
    /// What a step is given to work with.
    public struct Context: Sendable {
        public let node: Node
        public let step: Step
        public let bmc: any BMC
    }

    /// Why a step failed, in words.
    public struct Failure: Error, Hashable {
        public let reason: String
        public init(_ reason: String) { self.reason = reason }
        /// Trying again is the operator's choice.
        public var isTransient: Bool { false }
    }

    /// How hardware that is waited for stands.
    public enum Progress: Sendable, Hashable {
        case underWay
        case done
    }

    public typealias Work = @Sendable (Context) async throws(Failure) -> StepOutcome
    public typealias Look = @Sendable (Context) async throws(Failure) -> Progress

    public let definition: StepDefinition
    public let kinds: [StepKind]
    /// Takes the step. Taken again after a restart of the conductor, it must do no harm.
    let work: Work
    /// Whether what the step set going is done; asked where ``StepOutcome/waits(_:)`` said so.
    let look: Look

    public init(
        _ definition: StepDefinition, for kinds: [StepKind], work: @escaping Work,
        look: @escaping Look = { _ in .done }
    ) {
        precondition(definition.place == .conductor, "A driver runs in the conductor.")
        precondition(
            kinds.allSatisfy { $0.rank(of: definition.id.interface) != nil },
            "The step's interface has steps of its kinds.")
        self.definition = definition
        self.kinds = kinds
        self.work = work
        self.look = look
    }
}
