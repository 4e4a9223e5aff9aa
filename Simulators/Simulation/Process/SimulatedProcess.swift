import OrderedCollections

/// A process of the simulated world: tasks that live and die together on one host.
///
/// Killing it revokes it: whatever waits through it throws ``ProcessStopped``, whatever tries
/// later throws at once, and those who gave it something to hold take it back.
public final class SimulatedProcess: @unchecked Sendable {
    /// Calls a dead process may still make before it counts as spinning. A task that is told to
    /// stop should need one or two; loops that swallow the error would never end.
    static let callsAfterDeath = 10_000

    public let name: String
    public let simulator: Simulator
    public let clock: NodeClock
    public private(set) var isAlive = true
    private var waiters = OrderedDictionary<ObjectIdentifier, Waiter>()
    private var endings: [() -> Void] = []
    private var lateCalls = 0

    public init(_ name: String, on simulator: Simulator, clock: NodeClock) {
        self.name = name
        self.simulator = simulator
        self.clock = clock
        simulator.register(self)
    }

    /// Starts a task of this process.
    public func spawn(_ work: @escaping @Sendable () async -> Void) {
        guard isAlive else { return }
        simulator.start(work)
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
        for waiter in Array(waiters.values) { waiter.end(.failure(ProcessStopped())) }
        precondition(waiters.isEmpty, "A dead process waits for nothing.")
    }

    /// Throws if the process is dead or the task cancelled; every call through the world begins so.
    public func check() throws(ProcessStopped) {
        if isAlive, !Task.isCancelled { return }
        lateCalls += 1
        precondition(
            lateCalls < Self.callsAfterDeath,
            "Process \(name) goes on calling after it was stopped: a loop swallows the error.")
        throw ProcessStopped()
    }

    /// Suspends the task until it is woken, or until `deadline`, whichever comes first.
    ///
    /// - Parameter arm: is handed the means to wake it, before it sleeps.
    @discardableResult
    public func wait(
        _ reason: WaitReason, until deadline: VirtualTime? = nil, arm: (Wakeup) -> Void = { _ in }
    ) async throws(ProcessStopped) -> WaitOutcome {
        try check()
        let waiter = Waiter(self, reason)
        let outcome = await withTaskCancellationHandler {
            await withUnsafeContinuation { continuation in
                waiter.begin(continuation, until: deadline)
                arm(Wakeup(waiter: waiter))
            }
        } onCancel: {
            waiter.end(.failure(ProcessStopped()))
        }
        return try outcome.get()
    }

    /// Who waits in this process, oldest first.
    public var waits: [ProcessWait] {
        waiters.values.map { ProcessWait(process: name, reason: $0.reason, since: $0.since) }
    }

    func add(_ waiter: Waiter) { waiters[ObjectIdentifier(waiter)] = waiter }
    func remove(_ waiter: Waiter) { waiters[ObjectIdentifier(waiter)] = nil }
}
