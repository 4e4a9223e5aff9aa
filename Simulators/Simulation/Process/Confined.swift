/// State that several parts of a simulated world share, confined to the world's thread.
///
/// It takes the place of a lock: there is one thread, so exclusive access only has to be checked.
/// Touching it from another thread, or again while it is being changed, traps.
public final class Confined<Value>: @unchecked Sendable {
    private let thread: WorldThread
    private var value: Value

    /// Confines `value` to the thread of that world.
    public init(_ simulator: Simulator, _ value: Value) {
        thread = simulator.thread
        self.value = value
    }

    /// Reads the state as it is now.
    public func read<Result>(_ body: (Value) throws -> Result) rethrows -> Result {
        thread.check()
        return try body(value)
    }

    /// Changes the state. Nothing else may touch it until `body` returns.
    @discardableResult
    public func write<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
        thread.check()
        return try body(&value)
    }
}
