public import Harness
public import Simulation

extension Schedule {
    /// The kernel's schedule for a run's.
    public init(_ schedule: RunSchedule) {
        self =
            switch schedule {
            case .fifo: .fifo
            case .shuffle: .shuffle
            case .pct(let depth): .pct(PCTDepth(depth))
            }
    }
}
