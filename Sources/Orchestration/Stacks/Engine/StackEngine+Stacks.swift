import OrderedCollections
import World

/// What becomes of whole stacks: their beginning and their end.
extension StackEngine {
    /// Takes note of a stack as it is in the store now.
    func look(at stack: Stored<StackRecord>) async throws(StoreError) {
        let record = stack.document
        steps += 1
        guard record.status == .inProgress else {
            if var board = boards[record.id], !board.waiting.isEmpty {
                board.stack = stack
                boards[record.id] = board
            } else {
                boards[record.id] = nil
                try await settle(stack)
            }
            tellParent(of: record)
            return
        }
        try await open(stack)
    }

    /// What had begun when a stack failed is seen to its end by whoever comes.
    private func settle(_ stack: Stored<StackRecord>) async throws(StoreError) {
        guard stack.document.status == .failed else { return }
        let records = try await reader.records(of: stack.document.id)
        guard records.contains(where: { $0.document.status == .inProgress }) else { return }
        guard var board = try await board(for: stack, records) else { return }
        for record in records where record.document.status == .inProgress {
            let step = StackPlan.Step.settle(record.document.id)
            board.waiting[record.document.id] = step
            enqueue(Work(stack: stack.document.id, step: step))
        }
        boards[stack.document.id] = board
    }

    private func open(_ stack: Stored<StackRecord>) async throws(StoreError) {
        let records = try await reader.records(of: stack.document.id)
        guard var board = try await board(for: stack, records) else { return }
        boards[stack.document.id] = board
        if board.record.begun < board.record.traversal {
            try await begin(&board)
        } else {
            board.events = try await lastEvent(of: board.record)
        }
        if let deadline = board.record.deadline { plan(deadline, board.record.id, nil) }
        boards[stack.document.id] = board
        for step in board.plan.graph.ready { enqueue(Work(stack: board.record.id, step: step)) }
        if board.plan.graph.isFinished { try await finish(board) }
    }

    /// - Returns: nil where the stack cannot be read, which is told of it.
    private func board(
        for stack: Stored<StackRecord>, _ records: [Stored<ResourceRecord>]
    ) async throws(StoreError) -> StackBoard? {
        do throws(StackFault) {
            let tree = try await reader.tree(of: stack.document)
            let plan = try StackFault.ofTemplate { () throws(TemplateProblem) in
                try StackPlan(stack.document, tree, records.map(\.document))
            }
            if let cycle = plan.graph.cycle { throw .refused(Self.text(of: cycle)) }
            return StackBoard(stack, tree, plan, records, events: stack.document.events)
        } catch .store(let error) {
            throw error
        } catch {
            try await give(up: stack, "\(error)")
            return nil
        }
    }

    private static func text(of cycle: [StackPlan.Step]) -> String {
        let names = cycle.map { step in
            switch step {
            case .update(let name), .cleanup(let name), .act(let name), .settle(let name): name
            case .timeout: ""
            }
        }
        return "Circular Dependency Found: \(names.joined(separator: ", "))"
    }

    private func give(up stack: Stored<StackRecord>, _ reason: String) async throws(StoreError) {
        guard stack.document.status == .inProgress else { return }
        var record = stack.document
        record.status = .failed
        record.reason = reason
        record.begun = record.traversal
        var transaction = Transaction()
        var events = try await lastEvent(of: record)
        write([EventDraft(record)], of: record, &events, &transaction)
        record.events = events
        transaction.replace(stack, with: record)
        try await commit(transaction)
        tellParent(of: record)
    }

    func lastEvent(of stack: StackRecord) async throws(StoreError) -> Int {
        let range = DocumentRange(
            from: StackEvent.id(stack: stack.id, number: stack.events + 1), upTo: "\(stack.id)0")
        return stack.events + (try await store.scan(StackEvent.self, in: range)).count
    }

    // MARK: Beginning and end

    private func begin(_ board: inout StackBoard) async throws(StoreError) {
        var record = board.record
        board.events = try await lastEvent(of: record)
        record.begun = record.traversal
        let limit = record.timeout.map { Duration.seconds($0 * 60) } ?? StackLimits.action
        record.deadline = clock.now + limit
        var transaction = Transaction()
        write([EventDraft(record)], of: record, &board.events, &transaction)
        record.events = board.events
        transaction.replace(board.stack, with: record)
        let revision = try await commit(transaction)
        board.stack = Stored(document: record, revision: revision)
    }

    /// All that was to be done is done.
    func finish(_ board: StackBoard) async throws(StoreError) {
        var (record, events) = (board.record, board.events)
        let failure = record.action == .check ? board.firstFailure : nil
        record.status = failure == nil ? .complete : .failed
        record.reason =
            failure.map { "Resource CHECK failed: \($0)" }
            ?? "Stack \(record.action.rawValue) completed successfully"
        var transaction = Transaction()
        write([EventDraft(record)], of: record, &events, &transaction)
        record.events = events
        if record.action.converges { try await drop(record, &transaction) }
        if record.action == .snapshot { try await close(record, &transaction) }
        if record.isGone, record.parent != nil {
            transaction.delete(board.stack)
        } else {
            if record.isGone { record.deletedAt = clock.wallTime }
            if record.action.converges { record.previousSource = nil }
            transaction.replace(board.stack, with: record)
        }
        try await commit(transaction)
        boards[record.id] = nil
        tellParent(of: record)
    }

    /// What nobody goes back to any more.
    private func drop(
        _ record: StackRecord, _ transaction: inout Transaction
    ) async throws(StoreError) {
        let snapshots = try await store.scan(StackSnapshot.self)
            .filter { $0.document.stack == record.id }
        let unused = [record.previousSource, record.isGone ? record.source : nil]
        for case let id? in unused where id != record.source || record.isGone {
            transaction.remove(DocumentKey(kind: StackSource.kind, id: id))
            // Nested stacks share what their root came with; a snapshot may still need it.
            guard record.parent == nil, snapshots.isEmpty || record.isGone,
                let source = try await store.get(StackSource.self, id)?.document
            else { continue }
            transaction.remove(DocumentKey(kind: StackBundle.kind, id: source.bundle))
        }
        guard record.isGone else { return }
        for snapshot in snapshots { transaction.delete(snapshot) }
    }

    private func close(
        _ record: StackRecord, _ transaction: inout Transaction
    ) async throws(StoreError) {
        guard let id = record.snapshot, let stored = try await store.get(StackSnapshot.self, id)
        else { return }
        var snapshot = stored.document
        snapshot.status = record.status
        transaction.replace(stored, with: snapshot)
    }

    /// The resource that a stack is goes on when the stack has come to an end.
    private func tellParent(of record: StackRecord) {
        guard let parent = record.parent, let board = boards[parent.stack],
            let step = board.waiting[parent.record]
        else { return }
        enqueue(Work(stack: parent.stack, step: step))
    }

    /// A failure of a stack: it stays as it is, or goes back to what it was.
    ///
    /// - Returns: what the stack's record comes to, with what its events say.
    func failed(_ record: StackRecord, _ reason: String) -> (StackRecord, [EventDraft]) {
        var record = record
        record.status = .failed
        record.reason = reason
        let event = EventDraft(record)
        if record.rollback == .enabled, record.action.isTakenBack {
            record.takeBack(clock.wallTime)
        }
        return (record, [event])
    }

    /// Has a stack fail because it takes too long.
    func timeOut(_ board: StackBoard) async throws(StoreError) {
        guard board.record.status == .inProgress, let deadline = board.record.deadline,
            deadline <= clock.now
        else { return }
        let (record, drafts) = failed(board.record, "Timed out")
        try await replace(board, with: record, drafts)
    }

    private func replace(
        _ board: StackBoard, with record: StackRecord, _ drafts: [EventDraft]
    ) async throws(StoreError) {
        var (record, transaction, events) = (record, Transaction(), board.events)
        write(drafts, of: record, &events, &transaction)
        record.events = events
        transaction.replace(board.stack, with: record)
        try await commit(transaction)
    }
}

extension StackAction {
    /// Whether a failure of it can be taken back.
    var isTakenBack: Bool {
        switch self {
        case .create, .update, .adopt, .restore: true
        case .delete, .rollback, .suspend, .resume, .snapshot, .check: false
        }
    }
}

extension StackRecord {
    /// Goes back to what the stack was before the present action; to nothing where it was created.
    mutating func takeBack(_ time: WallTime) {
        // What a stack did not make it does not delete.
        if action == .adopt { isAbandoned = true }
        begin(.rollback, at: time)
        guard let old = previousSource else { return }
        (source, previousSource) = (old, source)
    }
}

extension StackBoard {
    /// Why the first of the resources failed on which this traversal's action did.
    var firstFailure: String? {
        records.values.map(\.document).first {
            $0.status == .failed && $0.traversal == record.traversal
        }?.reason
    }
}
