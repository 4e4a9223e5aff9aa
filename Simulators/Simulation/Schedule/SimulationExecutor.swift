/// Runs every job of a simulated world on the one thread that drives it.
///
/// Tasks come here by their executor preference, and structured children with them. A job that
/// arrives from another thread means that something above the world waited on the real one.
final class SimulationExecutor: TaskExecutor, @unchecked Sendable {
    private let thread: WorldThread
    @exclusivity(unchecked) private var ready: ReadyJobs

    init(_ schedule: Schedule, generator: SeededGenerator, thread: WorldThread) {
        ready = ReadyJobs(schedule, generator: generator)
        self.thread = thread
    }

    func enqueue(_ job: consuming ExecutorJob) {
        thread.check()
        ready.insert(UnownedJob(job))
    }

    /// Runs one job to its next suspension.
    ///
    /// - Returns: whether there was one.
    func runNext() -> Bool {
        guard let job = ready.next() else { return false }
        job.runSynchronously(on: asUnownedTaskExecutor())
        return true
    }
}
