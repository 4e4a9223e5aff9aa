import OrderedCollections
import World

/// Taking resources away, and what is done to them as they are.
extension StackEngine {
    func cleanUp(
        _ id: String, _ board: StackBoard, _ result: inout StepResult
    ) async throws(StoreError) {
        guard let record = board.records[id]?.document else { return }
        if board.isPresent(record), board.plan.needs[record.name] != nil { return }
        if record.hook != nil { return result.wait(for: record) }
        if record.action == .delete, record.status == .complete {
            return end(record, board, &result)
        }
        if record.action == .delete, record.status == .inProgress {
            try await goOn(record, board, &result)
        } else if record.isHeld(by: .preDelete, board), record.action != .`init` {
            return hold(record, .preDelete, board, &result)
        } else {
            try await delete(record, board, &result)
        }
        guard let last = result.records.last, last.id == id, case .finished = result.end else {
            return
        }
        end(last, board, &result)
    }

    /// The record goes when its resource has.
    private func end(_ record: ResourceRecord, _ board: StackBoard, _ result: inout StepResult) {
        if record.isHeld(by: .postDelete, board), record.hook == nil {
            return hold(record, .postDelete, board, &result)
        }
        result.records.removeAll { $0.id == record.id }
        result.removed = record.id
        result.end = .finished
    }

    private func delete(
        _ old: ResourceRecord, _ board: StackBoard, _ result: inout StepResult
    ) async throws(StoreError) {
        var record = old
        // What was never begun is nowhere else.
        guard record.action != .`init` else {
            result.records.append(record)
            return
        }
        record.start(.delete, authority.engine, clock)
        record.traversal = board.record.traversal
        result.events.append(EventDraft(record, reason: "state changed"))
        let isKept = record.definition.deletionPolicy == .retain || board.record.isAbandoned
        let isNested = types[record.definition.implementation] is any NestedStackType
        if isKept, !(isNested && board.record.isAbandoned) {
            record.status = .complete
            record.worker = nil
            result.records.append(record)
            result.events.append(EventDraft(record))
            return
        }
        do throws(StackFault) {
            var work = try await work(on: record, board)
            try await run(&work, board, &result) { (type, work) throws(ResourceError) in
                try await type.delete(&work)
            }
        } catch .store(let error) {
            throw error
        } catch {
            // A resource whose properties never fitted was never created.
            if record.physicalID == nil {
                record.status = .complete
                result.records.append(record)
                result.events.append(EventDraft(record))
            } else {
                fail(record, .of(error), &result)
            }
        }
    }

    // MARK: Actions on what is there

    func act(
        _ id: String, _ board: StackBoard, _ result: inout StepResult
    ) async throws(StoreError) {
        guard let old = board.records[id]?.document else { return }
        let action = board.record.action.ofResources
        if old.traversal == board.record.traversal {
            if old.status == .inProgress { try await goOn(old, board, &result) }
            return
        }
        if old.status == .inProgress { return try await goOn(old, board, &result) }
        var record = old
        record.start(action, authority.engine, clock)
        record.traversal = board.record.traversal
        result.events.append(EventDraft(record, reason: "state changed"))
        do throws(StackFault) {
            var work = try await work(on: record, board)
            try await run(&work, board, &result) { (type, work) throws(ResourceError) in
                try await type.act(&work)
            }
        } catch .store(let error) {
            throw error
        } catch {
            fail(record, .of(error), &result)
        }
    }
}

extension StackAction {
    /// What is done to resources where this is done to their stack.
    var ofResources: ResourceAction {
        switch self {
        case .suspend: .suspend
        case .resume: .resume
        case .snapshot: .snapshot
        case .check: .check
        case .create, .adopt: .create
        case .delete: .delete
        case .update, .rollback, .restore: .update
        }
    }
}
