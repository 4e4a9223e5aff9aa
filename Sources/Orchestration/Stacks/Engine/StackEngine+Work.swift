import OrderedCollections
import World

/// How types are put to work.
extension StackEngine {
    // MARK: Definitions

    func resolved(
        _ definition: ResourceDefinition, _ board: StackBoard
    ) async throws(StackFault) -> ResolvedDefinition {
        guard let implementation = board.tree.implementation(of: definition) else {
            throw .missing("the resource type \(definition.type)")
        }
        let properties = try await value(definition.properties, board)
        var result = ResolvedDefinition(
            type: definition.type, implementation: implementation,
            properties: properties == .null ? .emptyMap : properties)
        if let metadata = definition.metadata {
            result.metadata = try await value(metadata, board)
        }
        if let policy = definition.updatePolicy {
            result.updatePolicy = try await value(policy, board)
        }
        if let policy = definition.deletionPolicy {
            let word = try await value(policy, board).text
            result.deletionPolicy = DeletionPolicy(word, in: board.tree.template.version) ?? .delete
        }
        if let id = definition.externalID { result.externalID = try await value(id, board).string }
        return result
    }

    private func value(
        _ expression: Expression, _ board: StackBoard
    ) async throws(StackFault) -> TemplateValue {
        try await reader.resolved(expression, board.tree) { board.present($0) }
    }

    func schema(
        of implementation: String, _ board: StackBoard
    ) async throws(StackFault) -> ResourceSchema {
        let schema = try await reader.schema(of: implementation, in: board.tree)
        guard let schema else {
            throw .refused("The Resource Type (\(implementation)) could not be found.")
        }
        return schema
    }

    private func properties(
        _ definition: ResolvedDefinition, of name: String, _ board: StackBoard
    ) async throws(StackFault) -> PropertyValues {
        let schema = try await schema(of: definition.implementation, board)
        do throws(PropertyFault) {
            return try PropertyValues(definition.given, schema)
        } catch {
            throw .properties(resource: name, error)
        }
    }

    // MARK: Changes

    /// - Returns: nil where the resource's type changes, or its old properties are none.
    func change(
        from record: ResourceRecord, to after: ResolvedDefinition, _ board: StackBoard
    ) async throws(StackFault) -> PropertyChange? {
        guard record.definition.implementation == after.implementation else { return nil }
        let new = try await properties(after, of: record.name, board)
        let schema = try await schema(of: after.implementation, board)
        guard let old = try? PropertyValues(record.definition.given, schema) else { return nil }
        let names = schema.properties.keys.filter { !old[$0].isSame(as: new[$0]) }
        return PropertyChange(old: old, new: new, names: OrderedSet(names))
    }

    func decision(
        on record: ResourceRecord, _ after: ResolvedDefinition, _ change: PropertyChange?,
        _ board: StackBoard
    ) async throws(StackFault) -> UpdateDecision {
        guard let change, let type = types[after.implementation] else { return .replace }
        let schema = try await schema(of: after.implementation, board)
        return UpdateDecision.of(
            record, after, change, schema, type,
            restricted: board.tree.registry.restrictedActions(of: record.name))
    }

    // MARK: Work

    func work(
        on record: ResourceRecord, _ board: StackBoard
    ) async throws(StackFault) -> ResourceWork {
        let properties = try await properties(record.definition, of: record.name, board)
        return ResourceWork(
            record: record, properties: properties, stack: board.record, tree: board.tree,
            store: store, sight: reader, now: clock.now, wallTime: clock.wallTime, random: random)
    }

    /// Has a type do something, and says in the result what came of it.
    ///
    /// - Returns: false where the resource must be replaced instead.
    @discardableResult
    func run(
        _ work: inout ResourceWork, _ board: StackBoard, _ result: inout StepResult,
        _ body: (any ResourceType, inout ResourceWork) async throws(ResourceError) -> WorkProgress?
    ) async throws(StackFault) -> Bool {
        guard let type = types[work.record.definition.implementation] else {
            preconditionFailure("A type with a schema is there.")
        }
        let before = work.record
        do throws(ResourceError) {
            if work.record.action == .create || work.record.action == .update {
                do throws(ResourceFailure) { try type.validate(work.properties) } catch {
                    throw .failed(error)
                }
            }
            let progress = try await body(type, &work)
            take(progress, work, board, &result)
        } catch {
            switch error {
            case .store(let error): throw .store(error)
            case .needsReplacement: return false
            // What the type did before it failed is kept, as far as it is its own.
            case .failed(let failure): fail(work.record, failure, &result)
            case .passing(let failure): retry(before, failure, &result)
            }
        }
        return true
    }

    private func take(
        _ progress: WorkProgress?, _ work: ResourceWork, _ board: StackBoard,
        _ result: inout StepResult
    ) {
        var record = work.record
        result.transaction.append(work.transaction)
        switch progress {
        case .waiting(let moment)?: return wait(record, until: moment, &result)
        case .following(let document, let moment)?:
            result.awaited = document
            return wait(record, until: moment, &result)
        case .done?, nil: break
        }
        record.status = .complete
        record.worker = nil
        record.due = nil
        if progress == nil {
            record.reason =
                "\(record.action.rawValue) not supported for \(record.definition.type)"
        }
        if record.action != .delete { record.requires = board.requirements(of: record.name) }
        result.records.append(record)
        result.events.append(EventDraft(record))
        let isCurrent = record.traversal == board.record.traversal
        result.end = isCurrent || result.step.isSettling ? .finished : .again
        if isCurrent { passEnd(of: record, board, &result) }
    }

    private func wait(_ record: ResourceRecord, until moment: Instant?, _ result: inout StepResult)
    {
        var record = record
        record.due = moment
        result.records.append(record)
        result.end = .waiting(until: moment)
    }

    func fail(_ record: ResourceRecord, _ failure: ResourceFailure, _ result: inout StepResult) {
        let failure = failure.of(record.name)
        var record = record
        record.status = .failed
        record.reason = failure.description
        record.worker = nil
        record.due = nil
        result.records.removeAll { $0.id == record.id }
        result.records.append(record)
        result.events.append(EventDraft(record))
        let isCurrent = boards[record.stack]?.record.traversal == record.traversal
        result.end =
            isCurrent
            ? .failed(record.action, failure) : result.step.isSettling ? .finished : .again
    }

    /// A creation that may succeed later begins anew after a while.
    private func retry(
        _ record: ResourceRecord, _ failure: ResourceFailure, _ result: inout StepResult
    ) {
        guard record.action == .create, record.retries < StackLimits.creationRetries else {
            return fail(record, failure, &result)
        }
        var record = record
        let pause = StackLimits.retryPause * (1 << record.retries)
        record.retries += 1
        record.physicalID = nil
        record.data = .emptyMap
        record.due = clock.now + pause
        record.reason = failure.of(record.name).description
        result.records.append(record)
        result.end = .waiting(until: record.due)
    }

    /// Goes on with what was begun, by this engine or by one that is no more.
    func goOn(
        _ record: ResourceRecord, _ board: StackBoard, _ result: inout StepResult
    ) async throws(StoreError) {
        guard record.status == .inProgress else { return }
        if record.retries > 0, record.physicalID == nil, let due = record.due, due > clock.now {
            return result.wait(for: record, until: due)
        }
        var record = record
        record.worker = authority.engine
        do throws(StackFault) {
            var work = try await work(on: record, board)
            let isAnew = record.action == .create && record.retries > 0 && record.physicalID == nil
            try await run(&work, board, &result) { (type, work) throws(ResourceError) in
                isAnew ? try await type.create(&work) : try await type.proceed(&work)
            }
        } catch .store(let error) {
            throw error
        } catch {
            fail(record, .of(error), &result)
        }
    }
}

extension StackPlan.Step {
    /// Whether nothing of the stack's present action waits for it.
    var isSettling: Bool { if case .settle = self { true } else { false } }
}

extension PropertyValues {
    init(
        _ given: OrderedDictionary<String, TemplateValue>, _ schema: ResourceSchema
    ) throws(PropertyFault) {
        if schema.takesAnything {
            try self.init([:], [:])
        } else {
            try self.init(given, schema.properties)
        }
    }
}
