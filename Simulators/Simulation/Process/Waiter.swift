/// One task that waits: for a wakeup, a deadline, or the end of its process, whichever is first.
final class Waiter: @unchecked Sendable {
    typealias Outcome = Result<WaitOutcome, ProcessStopped>

    let reason: WaitReason
    let since: VirtualTime
    /// Counts the waits of one process, for showing them oldest first.
    let number: Int64
    /// Where the process keeps it.
    var place = 0
    private let process: SimulatedProcess
    private var continuation: UnsafeContinuation<Outcome, Never>?
    private var outcome: Outcome?
    private var timer: TimerHeap.Ticket?

    init(_ process: SimulatedProcess, _ reason: WaitReason, number: Int64) {
        self.process = process
        self.reason = reason
        self.number = number
        since = process.simulator.now
    }

    /// Parks the task. It may be woken, and its process killed, as soon as `arm` has the wakeup.
    func begin(
        _ continuation: UnsafeContinuation<Outcome, Never>,
        until deadline: VirtualTime?,
        arm: (Wakeup) -> Void
    ) {
        if let outcome { return continuation.resume(returning: outcome) }
        self.continuation = continuation
        process.add(self)
        if let deadline {
            timer = process.simulator.arm(at: deadline) { self.end(.success(.deadlineReached)) }
        }
        arm(Wakeup(waiter: self))
    }

    func end(_ outcome: Outcome) {
        guard self.outcome == nil else { return }
        self.outcome = outcome
        if let timer { process.simulator.disarm(timer) }
        guard let continuation else { return }
        self.continuation = nil
        process.remove(self)
        continuation.resume(returning: outcome)
    }
}
