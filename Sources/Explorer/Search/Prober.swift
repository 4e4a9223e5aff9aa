/// Makes runs, each in a process of its own with bounded time and memory.
public protocol Prober: Sendable {
    func result(of probe: Probe) async -> ProbeResult
}
