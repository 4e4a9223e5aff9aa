public import Hardware
public import World

/// How often a fault site of the control plane's code is let fail.
public struct CodeFaultLottery: Sendable, Hashable {
    public let site: FaultSite
    /// Of the times that it is passed.
    public let chance: Ratio
    /// Since the world's beginning; it never fails from then on.
    public let until: Duration

    public init(site: FaultSite, chance: Ratio, until: Duration) {
        self.site = site
        self.chance = chance
        self.until = until
    }
}
