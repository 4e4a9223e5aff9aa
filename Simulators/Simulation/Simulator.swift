import OrderedCollections

/// A deterministic world's engine: one thread, one clock that jumps, one seed.
///
/// Everything that runs is a job on the executor or a timer's action. Jobs run until none is
/// ready; then the clock jumps to the next timer. The same seed gives the same run, and ``trace``
/// tells two runs apart. It knows nothing of machines.
public final class Simulator: @unchecked Sendable {
    /// How many movements of the clock lie between two looks at memory.
    private static let memoryCheckInterval = 4096

    public private(set) var now = VirtualTime.zero
    public private(set) var trace: Trace
    /// The root of all chance in this world; take branches of it.
    public let random: SeededGenerator
    public let limits: SimulationLimits
    /// Jobs run so far.
    public private(set) var jobs: Int64 = 0

    let thread = WorldThread()
    private let executor: SimulationExecutor
    private var timers = TimerHeap()
    private var processes = OrderedDictionary<ObjectIdentifier, SimulatedProcess>()
    private var stopRequested = false
    private var instants = 0

    public init(
        seed: UInt64, schedule: Schedule = .shuffle, limits: SimulationLimits = SimulationLimits(),
        recording window: ClosedRange<Int64>? = nil
    ) {
        random = SeededGenerator(seed: seed)
        executor = SimulationExecutor(
            schedule, generator: random.branch("schedule"), thread: thread)
        trace = Trace(recording: window)
        self.limits = limits
    }

    /// Runs until `isFinished` holds.
    ///
    /// - Returns: nil once it holds, or why it never will.
    public func run(until isFinished: () -> Bool) -> SimulationFinding? {
        thread.check()
        while true {
            if let finding = drainJobs() { return finding }
            if isFinished() { return nil }
            if stopRequested { return .stopped(at: now) }
            guard let deadline = timers.nextDeadline() else {
                return .deadlock(at: now, waits: waits)
            }
            if let finding = checkBounds(before: deadline) { return finding }
            fireTimers(at: deadline)
        }
    }

    /// Asks the run to end before the clock next moves.
    public func stop() { stopRequested = true }

    /// Has `action` done when the clock shows `deadline`, or next if that is past.
    public func schedule(at deadline: VirtualTime, _ action: @escaping () -> Void) {
        _ = arm(at: deadline, action)
    }

    /// Adds something that happened to the run's fingerprint.
    public func record(_ site: StaticString, _ payload: String) {
        trace.fold(at: now, site, payload)
    }

    /// Who waits for what, in all processes.
    public var waits: [ProcessWait] { processes.values.flatMap(\.waits) }

    func arm(at deadline: VirtualTime, _ action: @escaping () -> Void) -> TimerHeap.Ticket {
        thread.check()
        return timers.arm(at: max(deadline, now), action)
    }

    func disarm(_ ticket: TimerHeap.Ticket) { timers.disarm(ticket) }

    func start(_ work: @escaping @Sendable () async -> Void) {
        thread.check()
        Task(executorPreference: executor) { await work() }
    }

    func register(_ process: SimulatedProcess) { processes[ObjectIdentifier(process)] = process }
    func unregister(_ process: SimulatedProcess) { processes[ObjectIdentifier(process)] = nil }

    private func drainJobs() -> SimulationFinding? {
        var count = 0
        while executor.runNext() {
            count += 1
            guard count < limits.jobsPerInstant else {
                return .livelock(at: now, jobs: count, waits: waits)
            }
        }
        jobs += Int64(count)
        return nil
    }

    private func checkBounds(before deadline: VirtualTime) -> SimulationFinding? {
        if deadline - .zero > limits.virtualTime {
            return .virtualTimeExhausted(limit: limits.virtualTime, waits: waits)
        }
        instants += 1
        guard instants % Self.memoryCheckInterval == 0 else { return nil }
        guard let bytes = ResidentMemory.bytes(), bytes > limits.memory else { return nil }
        return .memoryExhausted(limit: limits.memory, at: now)
    }

    /// Fires all timers of one instant before any job runs, so that the schedule has a choice.
    private func fireTimers(at deadline: VirtualTime) {
        precondition(deadline >= now, "The clock does not run backwards.")
        now = deadline
        while let (ticket, action) = timers.popDue(at: now) {
            trace.fold(at: now, "timer", UInt64(bitPattern: ticket.number))
            action()
        }
    }
}
