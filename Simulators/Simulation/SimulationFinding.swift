/// Why a simulated world could not go on.
public enum SimulationFinding: Sendable, CustomStringConvertible {
    /// Nothing is ready, no timer is armed, and the run has not finished.
    case deadlock(at: VirtualTime, waits: [ProcessWait])
    /// Jobs and timers make each other ready without the clock ever moving.
    case livelock(at: VirtualTime, jobs: Int, waits: [ProcessWait])
    /// The clock reached its bound.
    case virtualTimeExhausted(limit: Duration, waits: [ProcessWait])
    /// The process grew beyond its bound.
    case memoryExhausted(limit: Int64, at: VirtualTime)
    /// Whoever drives the run asked it to stop.
    case stopped(at: VirtualTime)

    /// What scripts and reports call it; it never changes.
    public var name: String {
        switch self {
        case .deadlock: "deadlock"
        case .livelock: "jobs-per-instant"
        case .virtualTimeExhausted: "virtual-time"
        case .memoryExhausted: "memory"
        case .stopped: "stopped"
        }
    }

    public var description: String {
        switch self {
        case .deadlock(let time, let waits):
            "deadlock after \(time - .zero): \(Self.list(waits))"
        case .livelock(let time, let jobs, let waits):
            "\(jobs) jobs at \(time - .zero) without the clock moving: \(Self.list(waits))"
        case .virtualTimeExhausted(let limit, let waits):
            "the run did not end within \(limit) of virtual time: \(Self.list(waits))"
        case .memoryExhausted(let limit, let time):
            "more than \(limit >> 20) MiB of memory at \(time - .zero)"
        case .stopped(let time): "stopped at \(time - .zero)"
        }
    }

    /// Who waits for what: enough of it to act on, and how much is left out.
    private static func list(_ waits: [ProcessWait]) -> String {
        let shown = 20
        let rest = waits.count > shown ? "; and \(waits.count - shown) more" : ""
        return waits.isEmpty
            ? "nobody waits" : waits.prefix(shown).map(\.description).joined(separator: "; ") + rest
    }
}
