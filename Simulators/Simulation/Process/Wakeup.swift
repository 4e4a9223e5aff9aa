/// Ends one wait early. Using it twice, or after the wait has ended, does nothing.
public struct Wakeup: Sendable {
    let waiter: Waiter

    public func wake() { waiter.end(.success(.woken)) }
}
