import HeapModule

/// The ready jobs of a PCT schedule: the task of the highest priority goes first.
///
/// Every task draws a priority when it is first seen. At each of the changes drawn for a stretch,
/// the task whose turn it would be falls behind all others.
struct PriorityJobs {
    private struct Entry: Comparable {
        let priority: UInt64
        /// Jobs of one task, and of tasks that drew alike, go in the order they became ready.
        let ticket: Int64
        let task: TaskNumber?
        let job: UnownedJob

        @inline(__always)
        static func < (left: Entry, right: Entry) -> Bool {
            if left.priority != right.priority { return left.priority < right.priority }
            return left.ticket > right.ticket
        }

        @inline(__always)
        static func == (left: Entry, right: Entry) -> Bool { left.ticket == right.ticket }
    }

    /// A priority that was drawn has this bit; one that a change gave does not.
    private static let drawn: UInt64 = 1 << 63

    private let depth: PCTDepth
    private var generator: SeededGenerator
    private var heap = Heap<Entry>()
    private var priorities: [TaskNumber?: UInt64] = [:]
    /// Whose job was taken last. A job without a number is that of the running task giving way.
    private var running: TaskNumber?
    /// Where in this stretch priorities change, the next one last.
    private var changes: [Int64] = []
    private var position: Int64 = 0
    private var lastTicket: Int64 = 0
    /// What the next task to fall behind gets.
    private var lowest = Self.drawn

    init(_ depth: PCTDepth, generator: SeededGenerator) {
        self.depth = depth
        self.generator = generator
        beginStretch()
    }

    mutating func insert(_ job: UnownedJob) {
        lastTicket += 1
        let task = TaskNumber(job) ?? running
        heap.insert(Entry(priority: priority(of: task), ticket: lastTicket, task: task, job: job))
    }

    mutating func next() -> UnownedJob? {
        guard let taken = take() else { return nil }
        running = taken.task
        return taken.job
    }

    private mutating func take() -> Entry? {
        guard let first = heap.popMax() else { return nil }
        position += 1
        if position > PCTDepth.stretch {
            beginStretch()
            position = 1
        }
        // Two changes drawn for one place follow each other.
        guard let change = changes.last, change <= position else { return first }
        changes.removeLast()
        return fallBehind(first)
    }

    /// Puts a task behind all others, and takes whichever is first now.
    private mutating func fallBehind(_ entry: Entry) -> Entry? {
        lowest -= 1
        priorities[entry.task] = lowest
        heap.insert(
            Entry(priority: lowest, ticket: entry.ticket, task: entry.task, job: entry.job))
        return heap.popMax()
    }

    private mutating func priority(of task: TaskNumber?) -> UInt64 {
        if let known = priorities[task] { return known }
        let new = generator.next() | Self.drawn
        priorities[task] = new
        return new
    }

    /// Forgets the tasks of before, most of which are over.
    private mutating func beginStretch() {
        position = 0
        priorities.removeAll(keepingCapacity: true)
        lowest = Self.drawn
        let stretch = Int(PCTDepth.stretch)
        changes = (0..<depth.changes).map { _ in Int64(generator.next(below: stretch) + 1) }
        changes.sort(by: >)
    }
}
