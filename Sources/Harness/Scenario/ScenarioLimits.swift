/// How much virtual time a run may take.
public struct ScenarioLimits: Sendable, Hashable {
    public static let usual = ScenarioLimits(virtualTime: .seconds(86_400), heal: .seconds(10_800))

    /// A run that needs longer has not converged.
    public let virtualTime: Duration
    /// After the last fault's end, the cloud is whole by then.
    public let heal: Duration

    public init(virtualTime: Duration, heal: Duration) {
        self.virtualTime = virtualTime
        self.heal = heal
    }
}
