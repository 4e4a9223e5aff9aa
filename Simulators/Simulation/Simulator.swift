import Synchronization

/// A deterministic world's engine: one thread, one clock that jumps, one seed.
///
/// Everything that runs is a job on the executor or a timer's action. Jobs run until none is
/// ready; then the clock jumps to the next timer. The same seed gives the same run, and ``trace``
/// tells two runs apart. It knows nothing of machines.
///
/// What changes with every step is exempt from the dynamic check of exclusive access, which would
/// cost a third of the time: no access to it runs code that is handed in from outside.
public final class Simulator: @unchecked Sendable {
    /// How many steps lie between two looks at memory, each of which costs as much as fifty.
    private static let memoryCheckInterval: Int64 = 1 << 14
    /// Rounds of killing while a world is shut down: those who restart what dies give up by then.
    private static let shutDownRounds = 1000

    /// What the world's true clock shows. No host sees it; each has a ``NodeClock``.
    @exclusivity(unchecked) public private(set) var now = VirtualTime.zero
    /// The fingerprint of the run so far.
    @exclusivity(unchecked) public private(set) var trace: Trace
    /// The root of all chance in this world; take branches of it.
    public let random: SeededGenerator
    /// The bounds this run keeps.
    public let limits: SimulationLimits
    /// Jobs run so far.
    @exclusivity(unchecked) public private(set) var jobs: Int64 = 0

    let thread = WorldThread()
    private let executor: SimulationExecutor
    @exclusivity(unchecked) private var timers = TimerHeap()
    /// Those alive, by number.
    private var processes: [Int64: SimulatedProcess] = [:]
    private var lastProcess: Int64 = 0
    private let stopRequested = Atomic(false)
    private var isRunning = false
    private var isShutDown = false

    /// Jobs and timers' actions so far, where the clock last moved, and where to look at the
    /// bounds next: one comparison a step guards all of them.
    @exclusivity(unchecked) private var steps: Int64 = 0
    private var stepsBeforeInstant: Int64 = 0
    private var nextCheck: Int64 = 0

    /// - Parameters:
    ///   - seed: decides all chance, and under ``Schedule/shuffle`` the order of jobs.
    ///   - limits: the bounds whose crossing ends a run.
    ///   - window: the traced events to keep in words, counted from 1.
    ///   - change: from when on other chance is drawn; nil where it is the seed's to the end.
    public init(
        seed: UInt64,
        schedule: Schedule = .shuffle,
        limits: SimulationLimits = SimulationLimits(),
        recording window: ClosedRange<Int64>? = nil,
        reseeding change: ChanceChange? = nil
    ) {
        let epoch = ChanceEpoch()
        random = SeededGenerator(seed: seed, in: epoch)
        executor = SimulationExecutor(
            schedule,
            generator: random.branch("schedule"),
            thread: thread
        )
        trace = Trace(recording: window)
        self.limits = limits
        planNextCheck()
        if let change { self.schedule(at: change.at) { epoch.change(to: change.salt) } }
    }

    /// Runs until `isFinished` holds. It is asked whenever no job is ready.
    ///
    /// - Returns: nil once it holds, or why it never will.
    public func run(until isFinished: () -> Bool) -> SimulationFinding? {
        thread.check()
        precondition(!isShutDown, "A world that was shut down does not run again.")
        precondition(!isRunning, "A world is not run from within.")
        isRunning = true
        defer { isRunning = false }
        while true {
            if let finding = drainJobs() { return finding }
            if isFinished() { return nil }
            if stopRequested.exchange(false, ordering: .relaxed) { return .stopped(at: now) }
            guard let deadline = timers.nextDeadline() else {
                return .deadlock(at: now, waits: waits)
            }
            if let finding = moveClock(to: deadline) { return finding }
            if let finding = fireTimers() { return finding }
        }
    }

    /// Runs until the clock shows `moment`, and everything that is due by then is done. A world
    /// that has nothing to do waits.
    ///
    /// With it somebody outside keeps a world in step with a live clock (``Pace``).
    ///
    /// - Returns: nil, or why the world stopped before.
    public func run(to moment: VirtualTime) -> SimulationFinding? {
        guard moment > now else { return run { true } }
        var isThere = false
        _ = arm(at: moment) { isThere = true }
        return run { isThere && nextDeadline.map { $0 > moment } ?? true }
    }

    /// When something is next due; nil while the world has nothing to do.
    public var nextDeadline: VirtualTime? { timers.nextDeadline() }

    /// Asks the run to end before the clock next moves. Any thread may ask.
    public func stop() { stopRequested.store(true, ordering: .relaxed) }

    /// Ends the world: every process is killed, what it had under way unwinds, and timers are
    /// dropped. Nothing of it is traced.
    ///
    /// A world that is only let go of does no harm, but its parked tasks stay in memory, and
    /// they hold all of it.
    public func shutDown() {
        thread.check()
        precondition(!isRunning, "A world is not shut down from within.")
        isShutDown = true
        var rounds = 0
        repeat {
            for process in oldestFirst { process.kill() }
            unwind()
            rounds += 1
        } while !processes.isEmpty && rounds < Self.shutDownRounds
        // Letting go of actions may run other code, so the heap is no longer in use by then.
        let dropped = timers
        timers = TimerHeap()
        _ = consume dropped
    }

    /// Has `action` done when the clock shows `deadline`, or next if that is past.
    public func schedule(at deadline: VirtualTime, _ action: @escaping () -> Void) {
        _ = arm(at: deadline, action)
    }

    /// Adds something that happened to the run's fingerprint.
    public func record(_ site: StaticString, _ payload: String) {
        guard !isShutDown else { return }
        trace.fold(at: now, site, payload)
    }

    /// Who waits for what, in all processes.
    public var waits: [ProcessWait] { oldestFirst.flatMap(\.waits) }

    func arm(at deadline: VirtualTime, _ action: @escaping () -> Void) -> TimerHeap.Ticket {
        thread.check()
        return timers.arm(at: max(deadline, now), action)
    }

    func disarm(_ ticket: TimerHeap.Ticket) { _ = timers.disarm(ticket) }

    func start(_ work: @escaping @Sendable () async -> Void) {
        thread.check()
        Task(executorPreference: executor) { await work() }
    }

    func takeProcessNumber() -> Int64 {
        lastProcess += 1
        return lastProcess
    }

    func register(_ process: SimulatedProcess) { processes[process.number] = process }
    func unregister(_ process: SimulatedProcess) { processes[process.number] = nil }

    private var oldestFirst: [SimulatedProcess] {
        processes.values.sorted { $0.number < $1.number }
    }
}

extension Simulator {
    private func drainJobs() -> SimulationFinding? {
        while executor.runNext() {
            jobs += 1
            steps += 1
            if steps == nextCheck, let finding = checkSteps() { return finding }
        }
        return nil
    }

    private func moveClock(to deadline: VirtualTime) -> SimulationFinding? {
        precondition(deadline >= now, "The clock does not run backwards.")
        guard deadline > now else { return nil }
        if deadline - .zero > limits.virtualTime {
            return .virtualTimeExhausted(limit: limits.virtualTime, waits: waits)
        }
        now = deadline
        // How much was done is part of the run: it tells two apart before their effects do.
        trace.fold(at: now, "steps", UInt64(steps))
        stepsBeforeInstant = steps
        return nil
    }

    /// Fires all timers of one instant before any job runs, so that the schedule has a choice.
    private func fireTimers() -> SimulationFinding? {
        while let (number, action) = timers.popDue(at: now) {
            trace.fold(at: now, "timer", UInt64(number))
            action()
            steps += 1
            if steps == nextCheck, let finding = checkSteps() { return finding }
        }
        return nil
    }

    private func unwind() {
        var count = 0
        while count < limits.jobsPerInstant, executor.runNext() { count += 1 }
    }

    private func checkSteps() -> SimulationFinding? {
        planNextCheck()
        let count = Int(steps - stepsBeforeInstant)
        if count >= limits.jobsPerInstant { return .livelock(at: now, jobs: count, waits: waits) }
        guard let bytes = ResidentMemory.bytes(), bytes > limits.memory else { return nil }
        return .memoryExhausted(limit: limits.memory, at: now)
    }

    private func planNextCheck() {
        let bound = stepsBeforeInstant + Int64(limits.jobsPerInstant)
        nextCheck = max(steps + 1, min(steps + Self.memoryCheckInterval, bound))
    }
}
