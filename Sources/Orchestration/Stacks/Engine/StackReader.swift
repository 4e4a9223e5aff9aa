public import OrderedCollections
public import World

/// Reads stacks and their resources, and finds out what depends on how resources are.
public actor StackReader: StackSight {
    let store: any Store
    let types: ResourceTypeTable
    private var library = StackLibrary()

    public init(_ store: any Store, types: ResourceTypeTable = .heat) {
        self.store = store
        self.types = types
    }

    // MARK: Stacks

    public func stack(_ id: String) async throws(StoreError) -> Stored<StackRecord>? {
        try await store.get(StackRecord.self, id)
    }

    public func document<Document: StoredDocument>(
        _ type: Document.Type, _ id: String
    ) async throws(StoreError) -> Document? { try await store.get(type, id)?.document }

    public func documents<Document: StoredDocument>(
        _ type: Document.Type, in range: DocumentRange
    ) async throws(StoreError) -> [Document] {
        try await store.scan(type, in: range).map(\.document)
    }

    func tree(of stack: StackRecord) async throws(StackFault) -> StackTree {
        if let known = library.tree(for: stack) { return known }
        let stored = try await StackFault.ofStore { () throws(StoreError) in
            try await store.get(StackSource.self, stack.source)
        }
        guard let source = stored?.document else {
            throw .missing("what the stack \(stack.name) is made of")
        }
        try await load(source.bundle)
        return try library.tree(of: source, for: stack)
    }

    private func load(_ bundle: String) async throws(StackFault) {
        guard !library.has(bundle: bundle) else { return }
        let stored = try await StackFault.ofStore { () throws(StoreError) in
            try await store.get(StackBundle.self, bundle)
        }
        if let stored { library.keep(stored.document) }
    }

    /// All records of a stack's resources, in order of id.
    func records(of stack: String) async throws(StoreError) -> [Stored<ResourceRecord>] {
        try await store.scan(
            ResourceRecord.self, in: DocumentRange(from: "\(stack)/", upTo: "\(stack)0"))
    }

    /// A template among the files of a stack's tree.
    func template(_ file: String, for tree: StackTree) async throws(StackFault) -> Template {
        try await load(tree.source.bundle)
        return try library.template(file, tree.source.bundle)
    }

    /// The schema of what stands behind a resource; nil where the engine has no such type.
    func schema(
        of implementation: String, in tree: StackTree
    ) async throws(StackFault) -> ResourceSchema? {
        guard ResourceRegistry.isTemplate(implementation) else {
            return types[implementation]?.schema(of: implementation, nil)
        }
        let template = try await self.template(implementation, for: tree)
        var schema = types[implementation]?.schema(of: implementation, template)
        // What has a default for the whole tree need not be given.
        for name in tree.environment.parameterDefaults.keys {
            schema?.properties[name]?.presence = .optional
        }
        return schema
    }

    public func members(of stack: String) async throws(StoreError) -> [ResourceRecord] {
        guard let known = try await self.stack(stack)?.document,
            let tree = try await readable(known)
        else { return [] }
        let present = try await present(known)
        return tree.facts.resources.keys.compactMap { present[$0] }
    }

    /// By resource: the present one of its records.
    private func present(
        _ stack: StackRecord
    ) async throws(StoreError) -> [String: ResourceRecord] {
        let records = try await records(of: stack.id).map(\.document)
        let chosen = StackPlan.present(among: records, stack)
        var present: [String: ResourceRecord] = [:]
        for record in records where chosen[record.name] == record.id {
            present[record.name] = record
        }
        return present
    }

    /// - Returns: nil where the stack has no readable template.
    private func readable(_ stack: StackRecord) async throws(StoreError) -> StackTree? {
        do throws(StackFault) {
            return try await tree(of: stack)
        } catch .store(let error) {
            throw error
        } catch {
            return nil
        }
    }

    public func output(
        _ name: String, of stack: String
    ) async throws(StoreError) -> TemplateValue? {
        guard let known = try await self.stack(stack)?.document,
            let tree = try await readable(known), let definition = tree.facts.outputs[name]
        else { return nil }
        return try await value(of: definition, tree, try await present(known))
    }

    public func outputs(
        of stack: String
    ) async throws(StoreError) -> OrderedDictionary<String, TemplateValue> {
        guard let known = try await self.stack(stack)?.document,
            let tree = try await readable(known)
        else { return [:] }
        let present = try await present(known)
        var outputs: OrderedDictionary<String, TemplateValue> = [:]
        for (name, definition) in tree.facts.outputs {
            outputs[name] = try await value(of: definition, tree, present)
        }
        return outputs
    }

    /// - Returns: null where an output has no value.
    private func value(
        of output: OutputDefinition?, _ tree: StackTree, _ present: [String: ResourceRecord]
    ) async throws(StoreError) -> TemplateValue {
        guard let output else { return .null }
        do throws(StackFault) {
            return try await resolved(output.value, tree) { present[$0] }
        } catch .store(let error) {
            throw error
        } catch {
            return .null
        }
    }

    // MARK: Expressions

    /// How often what names an attribute may itself be an attribute's value.
    private static let roundLimit = 8

    /// What an expression comes to with resources as they are.
    func resolved(
        _ expression: Expression, _ tree: StackTree, _ record: (String) -> ResourceRecord?
    ) async throws(StackFault) -> TemplateValue {
        if case .value(let value) = expression { return value }
        var scope = StackScope(tree: tree)
        for _ in 0..<Self.roundLimit {
            let found = try StackFault.ofTemplate { () throws(TemplateProblem) in
                try ExpressionReferences.all(in: expression, scope)
            }
            let isNew = try await learn(found, record, &scope)
            if !isNew { break }
        }
        let known = scope
        return try StackFault.ofTemplate { () throws(TemplateProblem) in
            let value = try expression.resolve(in: known)
            guard value.fits else {
                throw TemplateProblem(
                    TemplatePlace(file: tree.source.file, line: nil),
                    "it comes to more than \(TemplateLimits.resolved) bytes")
            }
            return value
        }
    }

    /// - Returns: whether there was something to find out.
    private func learn(
        _ found: [ResourceReference], _ record: (String) -> ResourceRecord?,
        _ scope: inout StackScope
    ) async throws(StackFault) -> Bool {
        var isNew = false
        for reference in found {
            guard let record = record(reference.resource), record.action != .`init` else {
                continue
            }
            if case .identity = reference.aspect {
                guard scope.references[record.name] == nil else { continue }
            } else {
                guard scope.attributes[reference.key] == nil else { continue }
            }
            isNew = true
            do throws(StoreError) {
                switch reference.aspect {
                case .identity:
                    scope.references[record.name] = try await self.reference(to: record)
                case .attribute(let name, let path):
                    scope.attributes[reference.key] = try await attribute(
                        name, path: path, of: record)
                case .allAttributes:
                    scope.attributes[reference.key] = try await attributes(of: record)
                }
            } catch {
                throw .store(error)
            }
        }
        return isNew
    }

    // MARK: Attributes

    public func reference(
        to record: ResourceRecord
    ) async throws(StoreError) -> TemplateValue {
        guard let type = types[record.definition.implementation] else {
            return .string(record.name)
        }
        return try await type.reference(to: record, self)
    }

    public func attribute(
        _ name: String, path: [TemplateValue], of record: ResourceRecord
    ) async throws(StoreError) -> TemplateValue {
        guard let type = types[record.definition.implementation],
            let view = try await view(of: record)
        else { return .null }
        var rest = path[...]
        do throws(ResourceError) {
            let value = try await type.attribute(name, &rest, of: view)
            return value?.value(at: rest, .number) ?? .null
        } catch .store(let error) {
            throw error
        } catch {
            return .null
        }
    }

    private func attributes(of record: ResourceRecord) async throws(StoreError) -> TemplateValue {
        guard let view = try await view(of: record) else { return .null }
        var values: OrderedDictionary<String, TemplateValue> = [:]
        for name in view.attributes {
            values[name] = try await attribute(name, path: [], of: record)
        }
        return .map(values)
    }

    private func view(of record: ResourceRecord) async throws(StoreError) -> ResourceView? {
        guard let stack = try await stack(record.stack)?.document,
            let tree = try await readable(stack)
        else { return nil }
        let schema: ResourceSchema?
        do throws(StackFault) {
            schema = try await self.schema(of: record.definition.implementation, in: tree)
        } catch .store(let error) {
            throw error
        } catch {
            return nil
        }
        guard let schema,
            let properties = try? PropertyValues(record.definition.given, schema)
        else { return nil }
        return ResourceView(
            record: record, properties: properties, attributes: Array(schema.attributes),
            stack: stack, sight: self)
    }
}
