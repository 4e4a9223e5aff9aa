import Simulation

/// A simulated world with true clocks, and a log of what its tasks did, in order.
final class SmallWorld: Sendable {
    let simulator: Simulator
    let clock: NodeClock
    private let entries: Confined<[String]>
    private let started: Confined<Int>
    private let ended: Confined<Int>

    init(
        seed: UInt64 = 1,
        schedule: Schedule = .shuffle,
        limits: SimulationLimits = SimulationLimits(),
        recording window: ClosedRange<Int64>? = nil
    ) {
        simulator = Simulator(seed: seed, schedule: schedule, limits: limits, recording: window)
        clock = NodeClock(simulator)
        entries = Confined(simulator, [])
        started = Confined(simulator, 0)
        ended = Confined(simulator, 0)
    }

    func process(_ name: String) -> SimulatedProcess {
        SimulatedProcess(name, on: simulator, clock: clock)
    }

    /// Starts a task that ``runToEnd()`` waits for.
    func spawn(in process: SimulatedProcess, _ work: @escaping @Sendable () async -> Void) {
        started.write { $0 += 1 }
        process.spawn { [ended] in
            await work()
            ended.write { $0 += 1 }
        }
    }

    func log(_ entry: String) { entries.write { $0.append(entry) } }

    var log: [String] { entries.read { $0 } }

    func runToEnd() -> SimulationFinding? {
        simulator.run { ended.read { $0 } == started.read { $0 } }
    }

    func at(_ duration: Duration, _ action: @escaping () -> Void) {
        simulator.schedule(at: .zero + duration, action)
    }
}

extension SimulatedProcess {
    func sleep(for duration: Duration) async throws(ProcessStopped) {
        try await wait(WaitReason("sleeps"), until: simulator.now + duration)
    }
}
