import Dispatch
import Glibc
import Synchronization

/// A thread that runs jobs and, while there are none, waits for a socket: whoever asks and whoever
/// answers need no second thread, and nobody is woken for every datagram.
final class SocketThread: SerialExecutor, TaskExecutor {
    private struct State {
        var jobs: [UnownedJob] = []
        /// Nil until it runs.
        var identity: pthread_t?
        var isWaiting = false
        var isEnded = false
    }

    private let state = Mutex(State())
    private let wakeUp: WakeUp
    private let socket: SocketBox

    init(_ socket: SocketBox) throws(SocketError) {
        self.socket = socket
        wakeUp = try WakeUp()
    }

    /// Begins. The thread ends some time after ``end()``.
    ///
    /// - Parameter turn: called between jobs and waits; tells how long to wait at most.
    func start(_ turn: @escaping @Sendable () -> Duration) {
        DispatchQueue(label: "ipmi").async { self.run(turn) }
    }

    func end() {
        change { $0.isEnded = true }
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        change { $0.jobs.append(job) }
    }

    /// Wakes the thread where it waits; several changes wake it once.
    private func change(_ body: (inout State) -> Void) {
        let wasWaiting = state.withLock { state in
            body(&state)
            defer { state.isWaiting = false }
            return state.isWaiting
        }
        if wasWaiting { wakeUp.call() }
    }

    func checkIsolated() {
        precondition(isIsolatingCurrentContext() == true, "This is another thread.")
    }

    func isIsolatingCurrentContext() -> Bool? {
        state.withLock { $0.identity.map { pthread_equal($0, pthread_self()) != 0 } ?? false }
    }

    private func run(_ turn: () -> Duration) {
        state.withLock { $0.identity = pthread_self() }
        while runJobs() {
            let patience = turn()
            let mayWait = state.withLock { state in
                state.isWaiting = state.jobs.isEmpty && !state.isEnded
                return state.isWaiting
            }
            if !mayWait { continue }
            if socket.socket.wait(for: patience, or: wakeUp) { wakeUp.clear() }
            state.withLock { $0.isWaiting = false }
        }
    }

    /// Runs those that are ready now; those that they make ready have their turn later.
    ///
    /// - Returns: whether it goes on.
    private func runJobs() -> Bool {
        let (jobs, isEnded) = state.withLock { state in
            defer { state.jobs.removeAll() }
            return (state.jobs, state.isEnded)
        }
        for job in jobs {
            job.runSynchronously(
                isolatedTo: asUnownedSerialExecutor(), taskExecutor: asUnownedTaskExecutor())
        }
        return !isEnded || !jobs.isEmpty
    }
}
