/// State that several parts of a simulated world share, confined to the world's thread.
///
/// It takes the place of a lock: there is one thread, so exclusive access only has to be checked.
/// Touching it from another thread, or again while it is being changed, traps.
///
/// Every part of a world goes through it all the time, so it is inlined into its users: reading one
/// field of a large value then copies that field only.
public final class Confined<Value>: @unchecked Sendable {
    @usableFromInline let thread: WorldThread
    @usableFromInline var value: Value

    /// Confines `value` to the thread of that world.
    public init(_ simulator: Simulator, _ value: Value) {
        thread = simulator.thread
        self.value = value
    }

    /// Reads the state as it is now.
    @inlinable
    public func read<Result>(_ body: (Value) throws -> Result) rethrows -> Result {
        thread.check()
        return try body(value)
    }

    /// Reads a part of a large state without a copy of the whole. Nothing else may touch it until
    /// `body` returns.
    @inlinable
    public func look<Result>(_ body: (Value) throws -> Result) rethrows -> Result {
        thread.check()
        return try Self.lend(&value, to: body)
    }

    /// What nobody else can touch meanwhile need not be copied.
    @inlinable
    static func lend<Result>(
        _ value: inout Value, to body: (Value) throws -> Result
    ) rethrows -> Result {
        try body(value)
    }

    /// Changes the state. Nothing else may touch it until `body` returns.
    @inlinable
    @discardableResult
    public func write<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
        thread.check()
        return try body(&value)
    }
}
