public import OrderedCollections
import World

/// What there is to see of stacks.
extension StackService {
    /// Stacks that are no part of another, and not gone, in order of name.
    public func stacks() async throws(StackFault) -> [StackRecord] {
        try await all().map(\.document).filter { $0.parent == nil && !$0.isGone }
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// - Parameter name: the stack's name, or its id.
    public func show(_ name: String) async throws(StackFault) -> StackRecord {
        try await stack(name).document
    }

    /// A stack's resources in the order of its template, but for those that are yet to be made.
    public func resources(_ name: String) async throws(StackFault) -> [ResourceRecord] {
        let record = try await stack(name).document
        return try await StackFault.ofStore { () throws(StoreError) in
            try await reader.members(of: record.id)
        }
    }

    /// The deployment that a resource of a stack is; nil where it is none, or none yet.
    public func deployment(
        _ resource: String, in name: String
    ) async throws(StackFault) -> SoftwareDeploymentRecord? {
        let member = try await resources(name).first { $0.name == resource }
        guard let id = member.flatMap(SoftwareDeploymentRecord.id(of:)) else { return nil }
        return try await StackFault.ofStore { () throws(StoreError) in
            try await store.get(SoftwareDeploymentRecord.self, id)
        }?.document
    }

    /// What happened to a stack, oldest first.
    public func events(_ name: String) async throws(StackFault) -> [StackEvent] {
        let id = try await stack(name).document.id
        return try await StackFault.ofStore { () throws(StoreError) in
            try await store.scan(StackEvent.self, in: DocumentRange(from: "\(id)/", upTo: "\(id)0"))
        }.map(\.document)
    }

    public func outputs(
        _ name: String
    ) async throws(StackFault) -> OrderedDictionary<String, TemplateValue> {
        let id = try await stack(name).document.id
        return try await StackFault.ofStore { () throws(StoreError) in
            try await reader.outputs(of: id)
        }
    }

    func stack(_ name: String) async throws(StackFault) -> Stored<StackRecord> {
        guard let stack = try await find(name) else {
            throw .missing("the Stack (\(name))")
        }
        return stack
    }

    /// By id, or among those that are no part of another by name.
    func find(_ name: String) async throws(StackFault) -> Stored<StackRecord>? {
        let own = try await StackFault.ofStore { () throws(StoreError) in
            try await store.get(StackRecord.self, name)
        }
        if let own { return own }
        return try await all().first {
            $0.document.name == name && $0.document.parent == nil && !$0.document.isGone
        }
    }

    private func all() async throws(StackFault) -> [Stored<StackRecord>] {
        try await StackFault.ofStore { () throws(StoreError) in
            try await store.scan(StackRecord.self)
        }
    }
}
