import OrderedCollections
import World

/// Updates that keep what they do not say, and looks at what one would do.
extension StackService {
    /// What an update changes of a stack; the rest stays as it is.
    public struct Changes: Sendable {
        /// Nil for the template that the stack has.
        public var template: String?
        public var file = "template"
        public var files: [String: String] = [:]
        public var environment = Environment()
        /// Parameters that take their defaults again.
        public var cleared: [String] = []

        public init() {}
    }

    /// Updates a stack and keeps its parameters, environment and files where nothing new is given.
    public func patch(
        _ name: String, _ changes: Changes, _ options: Options = Options()
    ) async throws(StackFault) {
        try await update(name, contents(of: name, changes), options)
    }

    /// What a stack would be made of after an update that keeps what it does not say.
    func contents(
        of name: String, _ changes: Changes
    ) async throws(StackFault) -> Contents {
        let (source, bundle) = try await made(of: stack(name).document)
        guard case .string(let text)? = source.template else {
            throw .refused("Only a stack that is no part of another is updated by itself.")
        }
        var environment = Environment(document: bundle.environment).updated(by: changes.environment)
        for parameter in changes.cleared { environment.parameters[parameter] = nil }
        return Contents(
            template: changes.template ?? text,
            file: changes.template == nil ? source.file : changes.file,
            files: bundle.files.merging(changes.files) { $1 }, environment: environment)
    }

    /// What an update would do, without doing it.
    public func preview(
        _ name: String, _ contents: Contents
    ) async throws(StackFault) -> StackPreview {
        let stored = try await stack(name)
        var record = stored.document
        let (source, bundle) = documents(contents)
        let tree = try check(
            contents, source, bundle, record.name, record.id, record.project)
        record.previousSource = record.source
        record.source = source.id
        record.begin(.update, at: clock.wallTime)
        // It commits nothing: whoever holds nothing may not.
        let engine = StackEngine(
            store, clock: clock, random: random,
            authority: StackAuthority(engine: "preview", holds: { false }), types: types)
        return try await engine.preview(
            Stored(document: record, revision: stored.revision), tree)
    }

    func made(
        of record: StackRecord
    ) async throws(StackFault) -> (StackSource, StackBundle) {
        let source = try await StackFault.ofStore { () throws(StoreError) in
            try await store.get(StackSource.self, record.source)
        }
        guard let source = source?.document else {
            throw .missing("what the stack \(record.name) is made of")
        }
        let bundle = try await StackFault.ofStore { () throws(StoreError) in
            try await store.get(StackBundle.self, source.bundle)
        }
        guard let bundle = bundle?.document else { throw .missing("the files of a stack") }
        return (source, bundle)
    }

    // MARK: Snapshots

    /// Takes note of what a stack is made of.
    ///
    /// - Returns: the snapshot's id.
    @discardableResult
    public func snapshot(
        _ name: String, called label: String = ""
    ) async throws(StackFault) -> String {
        let source = try await made(of: stack(name).document).0
        let id = newID()
        let time = clock.wallTime
        try await change(name) { (record, transaction) throws(StackFault) in
            try Self.requireRest(record)
            record.snapshot = id
            record.begin(.snapshot, at: time)
            transaction.insert(
                StackSnapshot(
                    id: id, stack: record.id, name: label, source: source, takenAt: time))
        }
        return id
    }

    /// A stack's snapshots, oldest first.
    public func snapshots(_ name: String) async throws(StackFault) -> [StackSnapshot] {
        let id = try await stack(name).document.id
        return try await StackFault.ofStore { () throws(StoreError) in
            try await store.scan(StackSnapshot.self)
        }.map(\.document).filter { $0.stack == id }.sorted { $0.takenAt < $1.takenAt }
    }

    /// Brings a stack back to what it was made of when a snapshot was taken.
    public func restore(_ name: String, to snapshot: String) async throws(StackFault) {
        let stored = try await StackFault.ofStore { () throws(StoreError) in
            try await store.get(StackSnapshot.self, snapshot)
        }
        let id = newID()
        let time = clock.wallTime
        try await change(name) { (record, transaction) throws(StackFault) in
            guard let taken = stored?.document, taken.stack == record.id else {
                throw .missing("the Snapshot (\(snapshot)) of the Stack (\(record.name))")
            }
            try Self.requireRest(record)
            let source = taken.source.copy(id)
            transaction.insert(source)
            record.previousSource = record.source
            record.source = source.id
            record.begin(.restore, at: time)
        }
    }

    public func deleteSnapshot(_ id: String) async throws(StackFault) {
        var transaction = Transaction()
        transaction.remove(DocumentKey(kind: StackSnapshot.kind, id: id))
        try await commit(transaction)
    }

    // MARK: Adoption

    /// What a stack is, in the form in which another can adopt it.
    public func export(_ name: String) async throws(StackFault) -> TemplateValue {
        let record = try await stack(name).document
        let (source, bundle) = try await made(of: record)
        var members: OrderedDictionary<String, TemplateValue> = [:]
        for member in try await resources(record.id) {
            members[member.name] = [
                "name": .string(member.name), "type": .string(member.definition.type),
                "resource_id": member.physicalID.map(TemplateValue.string) ?? .null,
                "action": .string(member.action.rawValue),
                "status": .string(member.status.rawValue),
                "metadata": member.definition.metadata, "resource_data": member.data,
            ]
        }
        return [
            "name": .string(record.name), "id": .string(record.id),
            "action": .string(record.action.rawValue),
            "status": .string(record.status.rawValue),
            "template": source.template ?? .null, "environment": bundle.environment,
            "files": .map(
                OrderedDictionary(
                    uniqueKeysWithValues: bundle.files.keys.sorted().map {
                        ($0, .string(bundle.files[$0] ?? ""))
                    })),
            "resources": .map(members),
        ]
    }

    /// Makes a stack of resources that are there already.
    ///
    /// - Parameter data: as ``export(_:)`` writes it.
    @discardableResult
    public func adopt(
        _ name: String, _ contents: Contents, _ data: TemplateValue,
        _ options: Options = Options()
    ) async throws(StackFault) -> String {
        try await make(name, contents, options, adopting: data["resources"])
    }
}

extension StackSource {
    /// The same under another id.
    fileprivate func copy(_ id: String) -> StackSource {
        StackSource(
            id: id, file: file, template: template, path: path, parameters: parameters,
            bundle: bundle, facade: facade)
    }
}
