import OrderedCollections
import World

/// What single steps come to.
extension StackEngine {
    func take(_ step: StackPlan.Step, _ board: StackBoard) async throws(StoreError) -> StepResult {
        var result = StepResult(board.record.id, step)
        switch step {
        case .update(let name): try await update(name, board, &result)
        case .cleanup(let id): try await cleanUp(id, board, &result)
        case .act(let id): try await act(id, board, &result)
        case .settle(let id):
            if let record = board.records[id]?.document { try await goOn(record, board, &result) }
        case .timeout: preconditionFailure("A timeout is a step of the whole stack.")
        }
        return result
    }

    // MARK: Updates

    private func update(
        _ name: String, _ board: StackBoard, _ result: inout StepResult
    ) async throws(StoreError) {
        guard let definition = board.tree.facts.resources[name] else { return }
        guard let record = board.present(name) else {
            return try await create(definition, board, nil, &result)
        }
        if record.hook != nil {
            keepHeld(record, board, &result)
        } else if record.status == .inProgress {
            if board.record.action == .rollback, record.traversal < board.record.traversal {
                return abort(record, &result)
            }
            try await goOn(record, board, &result)
        } else if record.action == .`init` {
            try await create(definition, board, record, &result)
        } else if record.traversal == board.record.traversal {
            passEnd(of: record, board, &result)
        } else {
            try await change(record, definition, board, &result)
        }
    }

    /// Work that was begun for what is taken back now.
    private func abort(_ record: ResourceRecord, _ result: inout StepResult) {
        var record = record
        record.status = .failed
        record.reason = "\(record.action.rawValue) aborted (user triggered cancel)"
        record.worker = nil
        result.records.append(record)
        result.events.append(EventDraft(record))
        result.end = .again
    }

    /// What has been done may still have to wait for somebody to let it go on.
    func passEnd(of record: ResourceRecord, _ board: StackBoard, _ result: inout StepResult) {
        let hook: Hook? =
            switch record.action {
            case .create: .postCreate
            case .update: .postUpdate
            default: nil
            }
        guard let hook, record.status == .complete, record.isHeld(by: hook, board) else { return }
        hold(record, hook, board, &result)
    }

    func hold(
        _ record: ResourceRecord, _ hook: Hook, _ board: StackBoard, _ result: inout StepResult
    ) {
        var record = record
        record.hook = hook
        record.heldIn = board.record.traversal
        result.records.removeAll { $0.id == record.id }
        result.records.append(record)
        result.events.append(
            EventDraft(
                record, hook.action,
                "\(hook.action.rawValue) paused until Hook \(hook.rawValue) is cleared"))
        result.end = .waiting(until: nil)
    }

    /// What an update before this one was held at holds this one, and is cleared once.
    private func keepHeld(
        _ record: ResourceRecord, _ board: StackBoard, _ result: inout StepResult
    ) {
        if record.heldIn != board.record.traversal {
            var record = record
            record.heldIn = board.record.traversal
            result.records.append(record)
        }
        result.wait(for: record)
    }

    private func create(
        _ definition: ResourceDefinition, _ board: StackBoard, _ known: ResourceRecord?,
        _ result: inout StepResult, replacing old: ResourceRecord? = nil
    ) async throws(StoreError) {
        var record = known ?? newRecord(definition, board)
        record.replaces = known?.replaces ?? old?.id
        record.source = board.record.source
        record.traversal = board.record.traversal
        if record.isHeld(by: .preCreate, board) {
            return hold(record, .preCreate, board, &result)
        }
        record.start(
            board.record.action == .adopt ? .adopt : .create, authority.engine, clock)
        result.events.append(EventDraft(record, reason: "state changed"))
        do throws(StackFault) {
            record.definition = try await resolved(definition, board)
            var work = try await work(on: record, board)
            let adopted = board.record.action == .adopt ? board.tree.source.adopted : nil
            try await run(&work, board, &result) { (type, work) throws(ResourceError) in
                if let adopted { return try work.adopt(adopted[definition.name]) }
                return try await type.create(&work)
            }
        } catch .store(let error) {
            throw error
        } catch {
            fail(record, .of(error), &result)
        }
    }

    private func newRecord(_ definition: ResourceDefinition, _ board: StackBoard) -> ResourceRecord
    {
        let number = board.nextNumber(of: definition.name)
        let time = clock.wallTime
        return ResourceRecord(
            id: ResourceRecord.id(
                stack: board.record.id, name: definition.name, number: number),
            stack: board.record.id, name: definition.name, number: number,
            definition: ResolvedDefinition(
                type: definition.type,
                implementation: board.tree.implementation(of: definition) ?? definition.type,
                properties: .emptyMap),
            source: board.record.source, traversal: board.record.traversal, createdAt: time,
            updatedAt: time)
    }

    private func change(
        _ record: ResourceRecord, _ definition: ResourceDefinition, _ board: StackBoard,
        _ result: inout StepResult
    ) async throws(StoreError) {
        do throws(StackFault) {
            let after = try await resolved(definition, board)
            let change = try await self.change(from: record, to: after, board)
            let decision = try await decision(on: record, after, change, board)
            switch decision {
            case .unchanged: keep(record, after, board, &result)
            case .replace:
                try await StackFault.ofStore { () throws(StoreError) in
                    try await replace(record, definition, board, &result)
                }
            case .refused(let failure): refuse(record, failure, &result)
            case .update:
                guard let change else { preconditionFailure("What is changed has a schema.") }
                try await update(record, after, change, definition, board, &result)
            }
        } catch .store(let error) {
            throw error
        } catch {
            var record = record
            record.start(.update, authority.engine, clock)
            record.traversal = board.record.traversal
            fail(record, .of(error), &result)
        }
    }

    /// Nothing of the resource changes but what it rests on.
    private func keep(
        _ old: ResourceRecord, _ after: ResolvedDefinition, _ board: StackBoard,
        _ result: inout StepResult
    ) {
        var record = old
        record.definition = after
        record.source = board.record.source
        record.traversal = board.record.traversal
        record.requires = board.requirements(of: record.name)
        record.replacedBy = nil
        record.passed = []
        if record.status == .failed {
            record.status = .complete
            record.reason =
                "Update status to COMPLETE for FAILED resource neither update nor replace."
            result.events.append(EventDraft(record))
        }
        result.records.append(record)
    }

    private func refuse(
        _ record: ResourceRecord, _ failure: ResourceFailure, _ result: inout StepResult
    ) {
        let failure = failure.of(record.name)
        var told = record
        told.action = .update
        result.events.append(EventDraft(told, status: .failed, reason: failure.description))
        result.end = .failed(.update, failure)
    }

    private func replace(
        _ old: ResourceRecord, _ definition: ResourceDefinition, _ board: StackBoard,
        _ result: inout StepResult
    ) async throws(StoreError) {
        let number = board.nextNumber(of: old.name)
        try await create(definition, board, nil, &result, replacing: old)
        var old = old
        old.replacedBy = ResourceRecord.id(stack: old.stack, name: old.name, number: number)
        // First, so that the new one is the last.
        result.records.insert(old, at: 0)
    }

    private func update(
        _ old: ResourceRecord, _ after: ResolvedDefinition, _ change: PropertyChange,
        _ definition: ResourceDefinition, _ board: StackBoard, _ result: inout StepResult
    ) async throws(StackFault) {
        var record = old
        if record.heldIn != board.record.traversal { record.passed = [] }
        if record.isHeld(by: .preUpdate, board) {
            return hold(record, .preUpdate, board, &result)
        }
        record.start(.update, authority.engine, clock)
        record.definition = after
        record.source = board.record.source
        record.traversal = board.record.traversal
        record.replacedBy = nil
        let draft = EventDraft(record, reason: "state changed")
        var work = try await work(on: record, board)
        var attempt = result
        attempt.events.append(draft)
        let isDone = try await run(&work, board, &attempt) {
            (type, work) throws(ResourceError) in try await type.update(&work, change)
        }
        guard !isDone else {
            result = attempt
            return
        }
        try await StackFault.ofStore { () throws(StoreError) in
            try await replace(old, definition, board, &result)
        }
    }
}

extension StepResult {
    mutating func wait(for record: ResourceRecord, until moment: Instant? = nil) {
        waiter = record.id
        end = .waiting(until: moment)
    }
}

extension ResourceRecord {
    mutating func start(_ action: ResourceAction, _ engine: String, _ clock: any WorldClock) {
        self.action = action
        status = .inProgress
        reason = "state changed"
        worker = engine
        since = clock.now
        due = nil
        retries = 0
        hook = nil
        updatedAt = clock.wallTime
    }

    /// Whether the environment has a hook here that nobody has cleared yet.
    func isHeld(by hook: Hook, _ board: StackBoard) -> Bool {
        !passed.contains(hook) && board.tree.hasHook(hook, at: name)
    }
}

extension Hook {
    /// The action that waits.
    var action: ResourceAction {
        switch self {
        case .preCreate, .postCreate: .create
        case .preUpdate, .postUpdate: .update
        case .preDelete, .postDelete: .delete
        }
    }
}

extension ResourceFailure {
    static func of(_ fault: StackFault) -> ResourceFailure {
        ResourceFailure("StackValidationFailed", fault.description)
    }
}
