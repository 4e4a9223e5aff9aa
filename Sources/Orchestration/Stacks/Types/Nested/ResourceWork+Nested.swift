import OrderedCollections
import World

extension ResourceWork {
    /// How deep stacks may lie in each other. Source: Heat's `max_nested_stack_depth`.
    private static let depthLimit = 5

    /// Makes a stack that the resource is.
    mutating func createNested(_ definition: NestedDefinition) throws(ResourceError) {
        guard stack.depth < Self.depthLimit else {
            throw .failed(
                "RequestLimitExceeded",
                "Recursion depth exceeds \(Self.depthLimit).")
        }
        let id = Identifier(drawnFrom: random).text
        let source = source(definition, for: id)
        var child = StackRecord(
            id: id, name: physicalName(), project: stack.project,
            parent: StackRecord.Parent(
                stack: stack.id, record: record.id, resource: record.name),
            source: source.id, action: .create, createdAt: wallTime)
        child.depth = stack.depth + 1
        child.timeout = definition.timeout ?? stack.timeout
        transaction.insert(source)
        transaction.insert(child)
        record.physicalID = id
        self["traversal"] = .integer(child.traversal)
    }

    /// Asks the resource's stack to do something.
    ///
    /// - Parameter definition: what it is to be made of from now on; nil for what it is made of.
    /// - Returns: false where there is no such stack any more.
    mutating func askNested(
        _ action: StackAction, _ definition: NestedDefinition? = nil
    ) async throws(ResourceError) -> Bool {
        guard let stored = try await nestedStack(), !stored.document.isGone else { return false }
        var child = stored.document
        if let definition {
            let source = source(definition, for: child.id)
            transaction.insert(source)
            child.previousSource = child.source
            child.source = source.id
            child.timeout = definition.timeout ?? stack.timeout
        }
        child.begin(action, at: wallTime)
        child.isAbandoned = stack.isAbandoned
        transaction.replace(stored, with: child)
        self["traversal"] = .integer(child.traversal)
        return true
    }

    /// How far the resource's stack is with what was asked of it.
    func nestedProgress() async throws(ResourceError) -> WorkProgress {
        guard let child = try await nestedStack()?.document, !child.isGone else {
            if record.action == .delete { return .done }
            throw .failed("EntityNotFound", "The Stack (\(record.name)) could not be found.")
        }
        guard case .integer(child.traversal) = self["traversal"] else {
            throw .failed("ResourceFailure", "the nested stack was asked for something else")
        }
        switch child.status {
        case .inProgress: return .waiting(until: nil)
        case .complete: return .done
        case .failed: throw .failed(ResourceFailure(stackReason: child.reason))
        }
    }

    private func nestedStack() async throws(ResourceError) -> Stored<StackRecord>? {
        guard let id = record.physicalID else { return nil }
        do throws(StoreError) { return try await sight.stack(id) } catch { throw .store(error) }
    }

    private func source(_ definition: NestedDefinition, for stack: String) -> StackSource {
        StackSource(
            id: Identifier(drawnFrom: random).text,
            file: definition.file, template: definition.template,
            path: tree.source.path + [record.name], parameters: .map(definition.parameters),
            bundle: tree.source.bundle,
            facade: StackFacade(
                metadata: record.definition.metadata,
                deletionPolicy: record.definition.deletionPolicy.rawValue,
                updatePolicy: record.definition.updatePolicy))
    }
}
