/// Bounds on a run. Hitting one ends it with a finding of that name.
public struct SimulationLimits: Sendable {
    /// Jobs and timers between two movements of the clock. Ten thousand machines that wake at once
    /// need a few hundred thousand; more is two tasks that hand each other the turn for ever.
    public var jobsPerInstant = 5_000_000
    /// How far the clock may move.
    public var virtualTime: Duration = .seconds(7 * 24 * 3600)
    /// Resident memory of this process, in bytes.
    public var memory: Int64 = 8 << 30

    public init() {}
}
