import Synchronization
public import World

/// Starts the concurrent parts of this process, and ends them with it.
public final class LiveSpawner: Spawner {
    private struct State {
        var tasks: [Int: Task<Void, Never>] = [:]
        var lastTicket = 0
        var isEnding = false
    }

    private let state = Mutex(State())

    public init() {}

    public func spawn(_ name: String, _ work: @escaping @Sendable () async -> Void) {
        state.withLock { state in
            guard !state.isEnding else { return }
            state.lastTicket += 1
            let ticket = state.lastTicket
            // The task cannot note its end before it is noted itself: that takes the same lock.
            state.tasks[ticket] = Task(name: name) {
                await work()
                self.noteEnd(of: ticket)
            }
        }
    }

    /// Cancels all work, starts no more, and returns when all of it has ended.
    public func end() async {
        let tasks = state.withLock { state in
            state.isEnding = true
            return Array(state.tasks.values)
        }
        for task in tasks { task.cancel() }
        for task in tasks { await task.value }
    }

    private func noteEnd(of ticket: Int) {
        state.withLock { $0.tasks[ticket] = nil }
    }
}
