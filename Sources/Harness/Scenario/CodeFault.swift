public import Hardware
public import World

/// A fault site of the control plane's code that fails in a scenario's runs.
public struct CodeFault: Sendable, Hashable {
    public let site: FaultSite
    /// How often, of the times that the site is passed.
    public let chance: Ratio
    /// Since the run began; it never fails from then on.
    public let until: Duration
}
