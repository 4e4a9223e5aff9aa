import OrderedCollections
import World

/// A type whose resources are stacks of their own.
///
/// What is asked of the resource is asked of the stack, in the same transaction; the resource is as
/// far as the stack is.
protocol NestedStackType: ResourceType {
    /// What the stack is to be made of.
    func nested(_ work: inout ResourceWork) async throws(ResourceError) -> NestedDefinition
}

extension NestedStackType {
    var updatesAlways: Bool { true }

    /// A stack that failed is updated as any other is, if it is there.
    func replacesFailed(_ record: ResourceRecord) -> Bool { record.physicalID == nil }

    func create(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        let definition = try await nested(&work)
        try work.createNested(definition)
        return .waiting(until: nil)
    }

    func update(
        _ work: inout ResourceWork, _ change: PropertyChange
    ) async throws(ResourceError) -> WorkProgress {
        let definition = try await nested(&work)
        guard try await work.askNested(.update, definition) else {
            try work.createNested(definition)
            return .waiting(until: nil)
        }
        return .waiting(until: nil)
    }

    func delete(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        try await work.askNested(.delete) ? .waiting(until: nil) : .done
    }

    func act(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress? {
        let actions: [ResourceAction: StackAction] = [
            .check: .check, .suspend: .suspend, .resume: .resume, .snapshot: .snapshot,
        ]
        guard let action = actions[work.record.action] else { return nil }
        guard try await work.askNested(action) else {
            throw .failed("EntityNotFound", "The Stack (\(work.record.name)) could not be found.")
        }
        return .waiting(until: nil)
    }

    func proceed(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        try await work.nestedProgress()
    }

    /// `resource.NAME` and `resource.NAME.ATTRIBUTE` lead into the stack; other names are those of
    /// its outputs.
    func attribute(
        _ name: String, _ path: inout ArraySlice<TemplateValue>, of resource: ResourceView
    ) async throws(ResourceError) -> TemplateValue? {
        guard let stack = resource.record.physicalID else { return nil }
        do throws(StoreError) {
            if name.hasPrefix("resource.") {
                return try await resource.sight.member(
                    String(name.dropFirst("resource.".count)), &path, of: stack)
            }
            return try await resource.sight.output(name, of: stack)
        } catch {
            throw .store(error)
        }
    }
}

extension StackSight {
    /// What `NAME.ATTRIBUTE` comes to in a stack; without an attribute what names the resource,
    /// unless the path begins with one.
    func member(
        _ text: String, _ path: inout ArraySlice<TemplateValue>, of stack: String
    ) async throws(StoreError) -> TemplateValue? {
        let members = try await members(of: stack)
        let parts = text.split(separator: ".", maxSplits: 1).map(String.init)
        guard let name = parts.first, let member = members.first(where: { $0.name == name }) else {
            return nil
        }
        var attribute = parts.dropFirst().first
        if attribute == nil, case .string(let first)? = path.first {
            attribute = first
            path = path.dropFirst()
        }
        guard let attribute else { return try await reference(to: member) }
        let rest = Array(path)
        path = []
        return try await self.attribute(attribute, path: rest, of: member)
    }
}
