import DequeModule
import HeapModule
import OrderedCollections
public import World

/// Brings stacks to what was asked of them.
///
/// The store is the truth: an engine keeps what it has read of the stacks it works on, and forgets
/// it whenever the store says that something else has happened. It may die between any two of its
/// awaits; the next one reads what is there and carries on.
public actor StackEngine {
    struct Work: Hashable, Sendable {
        let stack: String
        let step: StackPlan.Step
    }

    let store: any Store
    let reader: StackReader
    let types: ResourceTypeTable
    let clock: any WorldClock
    let random: any RandomSource
    let authority: StackAuthority

    var boards: [String: StackBoard] = [:]
    var queue: Deque<Work> = []
    /// What ``queue`` holds.
    var queued: Set<Work> = []
    var dues = Heap<StackDue>()
    var lastDue = 0
    private var stacksSeen = Revision.zero
    private(set) var requestsSeen = Revision.zero
    /// What resources wait for, by kind of document.
    var follows: OrderedDictionary<DocumentKind, DocumentFollowing> = [:]
    /// Steps taken so far, for whoever measures what a stack costs.
    public internal(set) var steps = 0

    public init(
        _ store: any Store, clock: any WorldClock, random: any RandomSource,
        authority: StackAuthority, types: ResourceTypeTable = .heat
    ) {
        self.store = store
        self.clock = clock
        self.random = random
        self.authority = authority
        self.types = types
        reader = StackReader(store, types: types)
    }

    // MARK: Running

    /// Works until the process ends or the right to work is lost.
    public func run() async {
        while authority.isHeld {
            do throws(StoreError) {
                try await work()
                try await pause(until: dues.min?.at)
            } catch {
                guard error.isTransient else { return }
                forget()
                guard (try? await clock.sleep(for: StackLimits.pause)) != nil else { return }
            }
        }
    }

    /// Does all that can be done now.
    ///
    /// - Returns: when there is more to do, if nothing happens before; nil where nothing waits for
    ///   a time.
    @discardableResult
    public func work() async throws(StoreError) -> Instant? {
        while authority.isHeld {
            let before = steps
            do throws(StoreError) {
                try await followRequests()
                try await followStacks()
                try await followDocuments()
                takeDue()
                try await drain()
            } catch .conflict {
                forget()
                continue
            }
            if steps == before, queue.isEmpty { break }
        }
        return dues.min?.at
    }

    /// What was read is read again when it is needed.
    func forget() {
        boards = [:]
        queue = []
        queued = []
        dues = Heap()
        forgetWaiters()
        stacksSeen = .zero
    }

    func enqueue(_ work: Work) {
        if queued.insert(work).inserted { queue.append(work) }
    }

    /// Has a record that waits looked at again.
    func wake(_ record: String, of stack: String) {
        guard let step = boards[stack]?.waiting[record] else { return }
        enqueue(Work(stack: stack, step: step))
    }

    func plan(_ at: Instant, _ stack: String, _ record: String?) {
        lastDue += 1
        dues.insert(StackDue(at: at, number: lastDue, stack: stack, record: record))
    }

    // MARK: Following

    private func followRequests() async throws(StoreError) {
        let changes = try await store.changesSoFar(
            to: StackRequest.self, in: .all, after: requestsSeen)
        var requests: [StackRequest] = []
        for change in changes {
            requestsSeen = max(requestsSeen, change.revision)
            if let request = change.document { requests.append(request) }
        }
        for request in requests {
            steps += 1
            try await answer(request)
        }
    }

    private func followStacks() async throws(StoreError) {
        let changes = try await store.changesSoFar(
            to: StackRecord.self, in: .all, after: stacksSeen)
        for change in changes {
            stacksSeen = max(stacksSeen, change.revision)
            if let stack = change.document {
                let known = boards[change.id]?.stack.revision
                if known == change.revision { continue }
                try await look(at: Stored(document: stack, revision: change.revision))
            } else {
                boards[change.id] = nil
            }
        }
    }

    private func takeDue() {
        while let due = dues.min, due.at <= clock.now {
            dues.removeMin()
            if let record = due.record {
                wake(record, of: due.stack)
            } else if let board = boards[due.stack], board.record.status == .inProgress {
                enqueue(Work(stack: due.stack, step: .timeout))
            }
        }
    }
}
