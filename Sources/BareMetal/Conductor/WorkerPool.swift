import Synchronization

/// Counts a conductor's pieces of work, so that it takes on no more than it can do.
final class WorkerPool: Sendable {
    /// Who wants something done.
    enum Origin: Sendable {
        /// Somebody asks; a part of the pool is kept for them
        /// (`reserved_workers_pool_percentage`).
        case request
        /// An agent reports.
        case report
    }

    private let size: Int
    private let busy = Atomic<Int>(0)

    init(size: Int) {
        precondition(size > 0, "A conductor has a worker.")
        self.size = size
    }

    /// Takes a worker, to be given back when the work is over.
    ///
    /// - Throws: ``ConductorError/noFreeWorker(of:)``
    func take(for origin: Origin) throws(ConductorError) {
        let limit = origin == .request ? size : max(1, size - size / 20)
        let count = busy.wrappingAdd(1, ordering: .relaxed).newValue
        guard count > limit else { return }
        giveBack()
        throw .noFreeWorker(of: size)
    }

    func giveBack() { busy.wrappingSubtract(1, ordering: .relaxed) }

    var busyCount: Int { busy.load(ordering: .relaxed) }
}
