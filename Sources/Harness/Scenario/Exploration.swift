/// What a search may do to a scenario besides what it says.
public struct Exploration: Sendable, Hashable {
    /// How much may go wrong.
    public enum Budget: Sendable, Hashable {
        /// So much that the cloud is to stand it, and be whole in the end.
        case bounded(FaultBudget)
        /// Anything: only what must never happen is judged, not whether the cloud heals.
        case unlimited
    }

    /// Names of faults; nil for all that make sense for the scenario.
    public let faults: [String]?
    public let budget: Budget

    public init(faults: [String]?, budget: Budget) {
        self.faults = faults
        self.budget = budget
    }

    public static let usual = Exploration(faults: nil, budget: .bounded(.usual))

    /// Faults that a search can draw: those that come, go and need no more said but a clock's by
    /// how much.
    public static let faultNames =
        FaultKind.drawableNames + [FaultKind.clockStepName, FaultKind.clockDriftName]
        + OperatorAct.allCases.map(\.rawValue)
}
