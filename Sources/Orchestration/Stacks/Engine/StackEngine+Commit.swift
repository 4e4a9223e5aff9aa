import DequeModule
import OrderedCollections
import World

extension StackEngine {
    @discardableResult
    func commit(_ transaction: Transaction) async throws(StoreError) -> Revision {
        guard authority.isHeld else { throw .revoked }
        var transaction = transaction
        authority.fence(&transaction)
        return try await store.commit(transaction)
    }

    func write(
        _ drafts: [EventDraft], of stack: StackRecord, _ number: inout Int,
        _ transaction: inout Transaction
    ) {
        for draft in drafts {
            number += 1
            transaction.put(
                StackEvent(
                    id: StackEvent.id(stack: stack.id, number: number), stack: stack.id,
                    at: clock.wallTime, resource: draft.resource, type: draft.type,
                    physicalID: draft.physicalID, action: draft.action, status: draft.status,
                    reason: draft.reason))
        }
    }

    /// Takes all steps that are ready, and those that this makes ready.
    func drain() async throws(StoreError) {
        while let first = queue.first, authority.isHeld {
            try await takeBatch(of: first.stack)
        }
    }

    /// Takes the next steps of one stack, and commits what they come to together.
    private func takeBatch(of stack: String) async throws(StoreError) {
        var results: [StepResult] = []
        var written: Set<DocumentKey> = []
        var isOver = false
        while let next = queue.first, next.stack == stack, results.count < StackLimits.batch,
            !isOver
        {
            queue.removeFirst()
            queued.remove(next)
            guard let board = boards[stack], board.allows(next.step) else { continue }
            steps += 1
            if next.step == .timeout {
                try await timeOut(board)
                continue
            }
            let result = try await take(next.step, board)
            // What another step of the batch writes this one has not seen: it is taken again.
            let keys = result.transaction.writes.map(\.key)
            guard written.isDisjoint(with: keys) else {
                queue.prepend(next)
                queued.insert(next)
                break
            }
            written.formUnion(keys)
            if case .failed = result.end { isOver = true }
            results.append(result)
        }
        if !results.isEmpty { try await commit(results, stack) }
    }

    private func commit(_ results: [StepResult], _ stack: String) async throws(StoreError) {
        guard var board = boards[stack] else { return }
        var (transaction, drafts) = (Transaction(), [EventDraft]())
        for result in results {
            transaction.append(result.transaction)
            for record in result.records {
                if let stored = board.records[record.id] {
                    transaction.replace(stored, with: record)
                } else {
                    transaction.insert(record)
                }
            }
            if let id = result.removed, let stored = board.records[id] {
                transaction.delete(stored)
            }
            drafts += result.events
        }
        var changed = change(of: board, results, &drafts)
        write(drafts, of: board.record, &board.events, &transaction)
        changed?.events = board.events
        if let changed {
            transaction.replace(board.stack, with: changed)
        } else {
            transaction.require(unchanged: board.stack)
        }
        // A step that changes nothing needs no transaction.
        if !transaction.writes.isEmpty {
            let revision = try await commit(transaction)
            for record in results.flatMap(\.records) { board.keep(record, revision) }
            if let changed { board.stack = Stored(document: changed, revision: revision) }
        }
        for id in results.compactMap(\.removed) { board.remove(id) }
        boards[stack] = board
        try await proceed(after: results, stack)
    }

    /// - Returns: what the stack's record comes to where a step has failed.
    private func change(
        of board: StackBoard, _ results: [StepResult], _ drafts: inout [EventDraft]
    ) -> StackRecord? {
        guard board.record.status == .inProgress else { return nil }
        for result in results {
            guard case .failed(let action, let failure) = result.end else { continue }
            if board.record.action == .check { continue }
            let (record, more) = failed(
                board.record, "Resource \(action.rawValue) failed: \(failure)")
            drafts += more
            return record
        }
        return nil
    }

    /// Goes on with what the steps have made ready.
    private func proceed(after results: [StepResult], _ stack: String) async throws(StoreError) {
        guard var board = boards[stack] else { return }
        for result in results {
            for record in result.records where record.status != .inProgress && record.hook == nil {
                board.waiting[record.id] = nil
            }
            switch result.end {
            case .again: enqueue(Work(stack: stack, step: result.step))
            case .waiting(let moment):
                guard let id = result.records.last?.id ?? result.waiter else { break }
                board.waiting[id] = result.step
                if let moment { plan(moment, stack, id) }
                if let document = result.awaited { follow(document, for: id, of: stack) }
            case .finished, .failed:
                for next in board.plan.graph.finish(result.step) {
                    enqueue(Work(stack: stack, step: next))
                }
            }
        }
        boards[stack] = board
        if board.record.begun < board.record.traversal || board.record.status != .inProgress {
            try await look(at: board.stack)
        } else if board.plan.graph.isFinished {
            try await finish(board)
        }
    }
}

extension StackBoard {
    /// Whether a step is still to be taken: once a stack has failed, only what has begun goes on.
    ///
    /// A step may have been made ready for an action that another has taken the place of since, and
    /// waits anew there.
    func allows(_ step: StackPlan.Step) -> Bool {
        guard record.status == .inProgress else { return waiting.values.contains(step) }
        return step == .timeout || step.isSettling || plan.graph.isReady(step)
    }
}
