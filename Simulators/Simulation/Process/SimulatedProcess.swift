/// A process of the simulated world: tasks that live and die together on one host.
///
/// Killing it revokes it: whatever waits through it throws ``ProcessStopped``, whatever tries
/// later throws at once, and those who gave it something to hold take it back. A process is never
/// started again; its successor is another one of the same name.
public final class SimulatedProcess: @unchecked Sendable {
    /// Calls that may fail in one instant before the process counts as spinning. A task that is
    /// told to stop needs one or two; a loop that swallows the error would never let go of the
    /// thread.
    static let failedCallsPerInstant = 100_000

    /// What it is called in reports. A successor bears the same one.
    public let name: String
    /// The world it lives in.
    public let simulator: Simulator
    /// The clock of its host.
    public let clock: NodeClock
    /// Whether it was not killed yet.
    @exclusivity(unchecked) public private(set) var isAlive = true
    /// Counts the processes of a world, for showing them oldest first.
    let number: Int64
    /// Those who wait, in no order: one that leaves gives its place to the last.
    @exclusivity(unchecked) private var waiters: [Waiter] = []
    private var lastWait: Int64 = 0
    private var endings: [() -> Void] = []
    private var failedCalls = (at: VirtualTime.zero, count: 0)

    /// A process that is alive at once, and in the world until it is killed.
    public init(_ name: String, on simulator: Simulator, clock: NodeClock) {
        self.name = name
        self.simulator = simulator
        self.clock = clock
        number = simulator.takeProcessNumber()
        simulator.register(self)
    }

    /// Starts a task of this process. One that is killed first never runs it.
    public func spawn(_ work: @escaping @Sendable () async -> Void) {
        guard isAlive else { return }
        simulator.start { [self] in
            guard isAlive else { return }
            await work()
        }
    }

    /// Registers what to take back when the process ends; at once if it has ended.
    public func onEnd(_ action: @escaping () -> Void) {
        guard isAlive else { return action() }
        endings.append(action)
    }

    /// Ends the process between two of its steps. Ending it twice does nothing.
    public func kill() {
        guard isAlive else { return }
        isAlive = false
        simulator.unregister(self)
        for ending in endings { ending() }
        endings = []
        for waiter in oldestFirst { waiter.end(.failure(ProcessStopped())) }
        precondition(waiters.isEmpty, "A dead process waits for nothing.")
    }

    /// Throws if the process is dead or the task cancelled; every call through the world begins so.
    public func check() throws(ProcessStopped) {
        if isAlive, !Task.isCancelled { return }
        if failedCalls.at != simulator.now { failedCalls = (simulator.now, 0) }
        failedCalls.count += 1
        precondition(
            failedCalls.count < Self.failedCallsPerInstant,
            "Process \(name) goes on calling after it was stopped: a loop swallows the error."
        )
        throw ProcessStopped()
    }

    /// Suspends the task until it is woken, or until `deadline`, whichever comes first.
    ///
    /// - Parameter arm: is handed the means to wake it, before it sleeps. It may use them at once.
    @discardableResult
    public func wait(
        _ reason: WaitReason,
        until deadline: VirtualTime? = nil,
        arm: (Wakeup) -> Void = { _ in }
    ) async throws(ProcessStopped) -> WaitOutcome {
        try check()
        lastWait += 1
        let waiter = Waiter(self, reason, number: lastWait)
        let outcome = await withTaskCancellationHandler {
            await withUnsafeContinuation { waiter.begin($0, until: deadline, arm: arm) }
        } onCancel: {
            waiter.end(.failure(ProcessStopped()))
        }
        // It may have been woken first and killed before its turn came.
        guard isAlive else { throw ProcessStopped() }
        return try outcome.get()
    }

    /// Suspends the task until the host's monotonic clock shows `deadline`, in nanoseconds; never
    /// less, whatever happens to the clock meanwhile. A past deadline lets others run.
    public func sleep(untilMonotonic deadline: Int64) async throws(ProcessStopped) {
        repeat {
            try await wait(WaitReason("sleeps"), until: clock.virtualTime(of: deadline))
        } while clock.monotonic < deadline
    }

    /// Who waits in this process, oldest first.
    public var waits: [ProcessWait] {
        oldestFirst.map { ProcessWait(process: name, reason: $0.reason, since: $0.since) }
    }

    private var oldestFirst: [Waiter] { waiters.sorted { $0.number < $1.number } }

    func add(_ waiter: Waiter) {
        waiter.place = waiters.count
        waiters.append(waiter)
    }

    func remove(_ waiter: Waiter) {
        let last = waiters.removeLast()
        guard last !== waiter else { return }
        waiters[waiter.place] = last
        last.place = waiter.place
    }
}
