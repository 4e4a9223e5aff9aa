/// One task that waits: for a wakeup, a deadline, or the end of its process, whichever is first.
final class Waiter: @unchecked Sendable {
    typealias Outcome = Result<WaitOutcome, ProcessStopped>

    let reason: WaitReason
    let since: VirtualTime
    private let process: SimulatedProcess
    private var continuation: UnsafeContinuation<Outcome, Never>?
    private var outcome: Outcome?
    private var timer: TimerHeap.Ticket?

    init(_ process: SimulatedProcess, _ reason: WaitReason) {
        self.process = process
        self.reason = reason
        since = process.simulator.now
    }

    /// Parks the task, unless the wait ended before it began.
    func begin(_ continuation: UnsafeContinuation<Outcome, Never>, until deadline: VirtualTime?) {
        if let outcome { return continuation.resume(returning: outcome) }
        self.continuation = continuation
        process.add(self)
        guard let deadline else { return }
        timer = process.simulator.arm(at: deadline) { self.end(.success(.deadlineReached)) }
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
