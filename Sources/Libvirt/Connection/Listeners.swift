import Synchronization

/// Those who are told what happens on one connection, until it is closed.
final class Listeners: Sendable {
    typealias Listener = AsyncStream<DomainEvent>.Continuation

    private struct State: Sendable {
        var isClosed = false
        var listeners: [Listener] = []
        var isTold = false
        /// What libvirt knows its reports to us by.
        var numbers: [Int32] = []
    }

    private let state = Mutex(State())

    /// - Returns: whether libvirt is still to be asked for reports.
    func beginTelling() -> Bool {
        state.withLock { state in
            defer { state.isTold = true }
            return !state.isTold
        }
    }

    func note(_ number: Int32) { state.withLock { $0.numbers.append(number) } }

    /// - Returns: the reports that libvirt is to end.
    @discardableResult
    func stopTelling() -> [Int32] {
        state.withLock { state in
            defer { (state.isTold, state.numbers) = (false, []) }
            return state.numbers
        }
    }

    /// Whoever comes after the end is told so at once.
    func add(_ listener: Listener) {
        let isClosed = state.withLock {
            if !$0.isClosed { $0.listeners.append(listener) }
            return $0.isClosed
        }
        if isClosed { listener.finish() }
    }

    func tell(_ event: DomainEvent) {
        for listener in state.withLock(\.listeners) { listener.yield(event) }
    }

    func close() {
        let listeners = state.withLock { state in
            defer { (state.isClosed, state.listeners) = (true, []) }
            return state.listeners
        }
        for listener in listeners { listener.finish() }
    }
}
