/// How much of a cloud a search may break.
public struct FaultBudget: Sendable, Hashable {
    public static let limit = 0...64

    /// Faults in a run.
    public let faults: Int
    /// Control nodes of the undercloud that may be without power, network or a working system at
    /// the same time; nil for as many as their store's majority can do without.
    public let members: Int?

    public init(faults: Int, members: Int?) {
        self.faults = faults
        self.members = members
    }

    public static let usual = FaultBudget(faults: 4, members: nil)
}
