public import Hardware

/// What the user of the robust method states.
public struct RobustTerms: Sendable, Hashable {
    /// Of the machines that are called sick, at most this part may be healthy on average.
    public let falseDiscoveryRate: Ratio
    /// Machines nearer to their group's centre than this part of it are left alone, however tight
    /// the group is.
    public let minimumEffect: Ratio

    public init(
        falseDiscoveryRate: Ratio = .percent(5), minimumEffect: Ratio = .percent(1)
    ) {
        self.falseDiscoveryRate = falseDiscoveryRate
        self.minimumEffect = minimumEffect
    }
}
