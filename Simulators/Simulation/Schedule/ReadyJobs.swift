import DequeModule

/// The jobs that could run now, and the choice among them.
struct ReadyJobs {
    private let schedule: Schedule
    private var queue = Deque<UnownedJob>()
    private var pool: [UnownedJob] = []
    private var priorities: PriorityJobs
    private var generator: SeededGenerator

    init(_ schedule: Schedule, generator: SeededGenerator) {
        self.schedule = schedule
        self.generator = generator
        let depth = if case .pct(let depth) = schedule { depth } else { PCTDepth.standard }
        priorities = PriorityJobs(depth, generator: generator)
    }

    mutating func insert(_ job: UnownedJob) {
        switch schedule {
        case .fifo: queue.append(job)
        case .shuffle: pool.append(job)
        case .pct: priorities.insert(job)
        }
    }

    mutating func next() -> UnownedJob? {
        switch schedule {
        case .fifo: return queue.popFirst()
        case .shuffle:
            guard pool.count > 1 else { return pool.popLast() }
            pool.swapAt(generator.next(below: pool.count), pool.count - 1)
            return pool.removeLast()
        case .pct: return priorities.next()
        }
    }
}
