import OrderedCollections
import World

/// What somebody tells an engine of a resource.
extension StackEngine {
    func answer(_ request: StackRequest) async throws(StoreError) {
        guard let stored = try await store.get(StackRequest.self, request.id) else { return }
        switch request.content {
        case .look:
            var transaction = Transaction()
            transaction.delete(stored)
            try await commit(transaction)
        case .signal(let resource, let details):
            try await signal(stored, resource, details)
        case .mark(let resource, let health, let reason):
            try await change(stored, resource) { record, _ in
                record.action = .check
                record.status = health == .unhealthy ? .failed : .complete
                record.reason = reason
                return "state changed"
            }
        }
    }

    /// Changes the present record of a resource, and takes note of it wherever it is on a board.
    private func change(
        _ request: Stored<StackRequest>, _ resource: String,
        _ body: (inout ResourceRecord, inout Transaction) async throws(StoreError) -> String?
    ) async throws(StoreError) {
        var transaction = Transaction()
        transaction.delete(request)
        let id = request.document.stack
        guard let stack = try await reader.stack(id)?.document,
            let member = try await reader.members(of: id).first(where: { $0.name == resource }),
            let stored = try await store.get(ResourceRecord.self, member.id)
        else {
            try await commit(transaction)
            return
        }
        var record = stored.document
        if let text = try await body(&record, &transaction) {
            var events = try await self.events(of: stack)
            let draft = EventDraft(record, reason: text)
            write([draft], of: stack, &events, &transaction)
            boards[id]?.events = events
        }
        if record != stored.document { transaction.replace(stored, with: record) }
        let revision = try await commit(transaction)
        if record != stored.document { boards[id]?.keep(record, revision) }
        wake(record)
    }

    private func events(of stack: StackRecord) async throws(StoreError) -> Int {
        if let board = boards[stack.id] { return board.events }
        return try await lastEvent(of: stack)
    }

    /// What waits for the resource, or for what it was told.
    private func wake(_ record: ResourceRecord) {
        guard let board = boards[record.stack] else { return }
        if let step = board.waiting[record.id] {
            enqueue(Work(stack: record.stack, step: step))
        }
        for (id, step) in board.waiting where id != record.id {
            guard let waiting = board.records[id]?.document,
                board.plan.needs[waiting.name]?.contains(record.name) == true
            else { continue }
            enqueue(Work(stack: record.stack, step: step))
        }
    }

    private func signal(
        _ request: Stored<StackRequest>, _ resource: String, _ details: TemplateValue
    ) async throws(StoreError) {
        try await change(request, resource) { (record, transaction) throws(StoreError) in
            if let hook = details["unset_hook"].string.flatMap(Hook.init(rawValue:)) {
                guard record.hook == hook else { return nil }
                record.hook = nil
                record.passed.append(hook)
                return "Hook \(hook.rawValue) is cleared"
            }
            return try await self.deliver(details, &record, &transaction)
        }
    }

    private func deliver(
        _ details: TemplateValue, _ record: inout ResourceRecord, _ transaction: inout Transaction
    ) async throws(StoreError) -> String? {
        guard let type = types[record.definition.implementation],
            let stack = try await reader.stack(record.stack)
        else { return nil }
        do throws(StackFault) {
            let tree = try await reader.tree(of: stack.document)
            let plan = StackBoard(stack, tree, StackPlan(), [], events: 0)
            var work = try await work(on: record, plan)
            do throws(ResourceError) {
                guard let text = try await type.signal(details, &work) else { return nil }
                record = work.record
                transaction.append(work.transaction)
                return text
            } catch .store(let error) {
                throw .store(error)
            } catch {
                return nil
            }
        } catch .store(let error) {
            throw error
        } catch {
            return nil
        }
    }
}
