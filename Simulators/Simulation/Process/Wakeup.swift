/// Ends one wait early. Using it twice, or after the wait has ended, does nothing.
public struct Wakeup: Sendable {
    let waiter: Waiter

    /// Makes the wait end with ``WaitOutcome/woken``; the task goes on when its turn comes.
    public func wake() { waiter.end(.success(.woken)) }
}
