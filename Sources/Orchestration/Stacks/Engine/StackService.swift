import OrderedCollections
public import World

/// What people and programs ask of stacks. Every request is one transaction; an engine does the
/// work.
public struct StackService: Sendable {
    /// What a stack is to be made of.
    public struct Contents: Sendable {
        public var template: String
        /// The template's name, for messages.
        public var file: String
        /// What comes with it, by name: nested templates, and files that it reads.
        public var files: [String: String]
        public var environment: Environment

        public init(
            template: String, file: String = "template", files: [String: String] = [:],
            environment: Environment = Environment()
        ) {
            self.template = template
            self.file = file
            self.files = files
            self.environment = environment
        }
    }

    /// How a stack's action is done.
    public struct Options: Sendable {
        public var rollback = StackRecord.Rollback.disabled
        /// In minutes; nil for the engine's own.
        public var timeout: Int?
        public var tags: [String] = []
        public var project = "updraft"

        public init() {}
    }

    let store: any Store
    let reader: StackReader
    let clock: any WorldClock
    let random: any RandomSource
    let types: ResourceTypeTable
    private let authority: StackAuthority?

    /// - Parameter authority: whoever must hold the right to change stacks; nil where anybody may.
    public init(
        _ store: any Store, clock: any WorldClock, random: any RandomSource,
        types: ResourceTypeTable = .heat, authority: StackAuthority? = nil
    ) {
        self.store = store
        self.authority = authority
        self.clock = clock
        self.random = random
        self.types = types
        reader = StackReader(store, types: types)
    }

    // MARK: Asking for stacks

    /// - Returns: the stack's id.
    /// - Throws: what is wrong with the template, or that there is a stack of this name.
    @discardableResult
    public func create(
        _ name: String, _ contents: Contents, _ options: Options = Options()
    ) async throws(StackFault) -> String {
        try await make(name, contents, options)
    }

    /// - Parameter resources: those that are there already, by name; nil where all are to be made.
    func make(
        _ name: String, _ contents: Contents, _ options: Options,
        adopting resources: TemplateValue? = nil
    ) async throws(StackFault) -> String {
        if try await find(name) != nil {
            throw .refused("The Stack (\(name)) already exists.")
        }
        let id = newID()
        var (source, bundle) = documents(contents)
        source.adopted = resources
        try check(contents, source, bundle, name, id, options.project)
        let action: StackAction = resources == nil ? .create : .adopt
        var record = StackRecord(
            id: id, name: name, project: options.project, source: source.id, action: action,
            reason: "Stack \(action.rawValue) started", createdAt: clock.wallTime)
        record.apply(options)
        var transaction = Transaction()
        transaction.insert(bundle)
        transaction.insert(source)
        transaction.insert(record)
        transaction.insert(request(id, .look))
        try await commit(transaction)
        return id
    }

    /// Brings a stack to another template, with this environment alone.
    ///
    /// - Throws: that the stack is not there, or cannot be updated as it is.
    public func update(
        _ name: String, _ contents: Contents, _ options: Options = Options()
    ) async throws(StackFault) {
        let stored = try await stack(name)
        var record = stored.document
        try Self.allowUpdate(of: record)
        let (source, bundle) = documents(contents)
        try check(contents, source, bundle, record.name, record.id, record.project)
        record.previousSource = record.source
        record.source = source.id
        record.apply(options)
        record.begin(.update, at: clock.wallTime)
        var transaction = Transaction()
        transaction.insert(bundle)
        transaction.insert(source)
        transaction.replace(stored, with: record)
        transaction.insert(request(record.id, .look))
        try await commit(transaction)
    }

    /// Deletes a stack and its resources. One that is gone is left alone.
    public func delete(_ name: String) async throws(StackFault) {
        try await ask(name, .delete)
    }

    /// Lets go of a stack's resources without deleting them.
    public func abandon(_ name: String) async throws(StackFault) {
        let time = clock.wallTime
        try await change(name) { (record, _) throws(StackFault) in
            record.isAbandoned = true
            record.begin(.delete, at: time)
        }
    }

    /// Has something done to a stack as it is: deletes, suspends, resumes or checks it.
    public func ask(_ name: String, _ action: StackAction) async throws(StackFault) {
        let time = clock.wallTime
        try await change(name) { (record, _) throws(StackFault) in
            if action != .delete { try Self.requireRest(record) }
            record.begin(action, at: time)
        }
    }

    /// Takes an update back that is under way.
    public func cancelUpdate(_ name: String) async throws(StackFault) {
        let time = clock.wallTime
        try await change(name) { (record, _) throws(StackFault) in
            guard record.action == .update, record.status == .inProgress else {
                throw .refused("Cancelling update when stack is \(record.state) is not supported.")
            }
            record.takeBack(time)
        }
    }

    /// Ends what is under way and leaves the stack as it is by then.
    public func cancelWithoutRollback(_ name: String) async throws(StackFault) {
        try await change(name) { (record, _) throws(StackFault) in
            guard [.update, .create].contains(record.action), record.status == .inProgress else {
                throw .refused("Cancelling update when stack is \(record.state) is not supported.")
            }
            record.status = .failed
            record.reason = "Stack \(record.action.rawValue) cancelled"
            record.begun = record.traversal
        }
    }

    static func requireRest(_ record: StackRecord) throws(StackFault) {
        guard record.status == .inProgress else { return }
        throw .refused(
            "Stack \(record.name) already has an action (\(record.action.rawValue)) in progress.")
    }

    private static func allowUpdate(of record: StackRecord) throws(StackFault) {
        if record.action == .suspend {
            throw .refused("Updating a stack when it is suspended is not supported.")
        }
        if record.action == .delete {
            throw .refused("Updating a stack when it is deleting is not supported.")
        }
    }

    // MARK: Telling resources

    public func signal(
        _ name: String, resource: String, _ details: TemplateValue = .emptyMap
    ) async throws(StackFault) {
        try await tell(name, .signal(resource: resource, details: details))
    }

    public func clear(_ hook: Hook, _ name: String, resource: String) async throws(StackFault) {
        try await signal(name, resource: resource, ["unset_hook": .string(hook.rawValue)])
    }

    public func mark(
        _ name: String, resource: String, _ health: StackRequest.Health, reason: String
    ) async throws(StackFault) {
        try await tell(name, .mark(resource: resource, health, reason: reason))
    }

    private func tell(
        _ name: String, _ content: StackRequest.Content
    ) async throws(StackFault) {
        let record = try await stack(name).document
        var transaction = Transaction()
        transaction.insert(request(record.id, content))
        try await commit(transaction)
    }

    // MARK: Documents

    func newID() -> String { Identifier(drawnFrom: random).text }

    private func request(_ stack: String, _ content: StackRequest.Content) -> StackRequest {
        StackRequest(id: newID(), stack: stack, content: content)
    }

    func documents(_ contents: Contents) -> (StackSource, StackBundle) {
        let bundle = StackBundle(
            id: newID(), files: contents.files, environment: contents.environment.document)
        let source = StackSource(
            id: newID(), file: contents.file, template: .string(contents.template), path: [],
            parameters: .map(contents.environment.parameters), bundle: bundle.id)
        return (source, bundle)
    }

    /// A template that is wrong is refused before there is anything of it.
    @discardableResult
    func check(
        _ contents: Contents, _ source: StackSource, _ bundle: StackBundle, _ name: String,
        _ id: String, _ project: String
    ) throws(StackFault) -> StackTree {
        var library = StackLibrary()
        library.keep(bundle)
        let record = StackRecord(
            id: id, name: name, project: project, source: source.id, action: .create,
            createdAt: clock.wallTime)
        let tree = try library.tree(of: source, for: record)
        let problems = tree.facts.parameterProblems
        if !problems.isEmpty { throw .template(TemplateError(problems)) }
        for name in contents.environment.parameters.keys
        where tree.template.parameters[name] == nil {
            throw .refused("The Parameter (\(name)) was not defined in template.")
        }
        return tree
    }

    func change(
        _ name: String, _ body: (inout StackRecord, inout Transaction) throws(StackFault) -> Void
    ) async throws(StackFault) {
        let stored = try await stack(name)
        var (record, transaction) = (stored.document, Transaction())
        try body(&record, &transaction)
        transaction.replace(stored, with: record)
        transaction.insert(request(record.id, .look))
        try await commit(transaction)
    }

    func commit(_ transaction: Transaction) async throws(StackFault) {
        var transaction = transaction
        authority?.fence(&transaction)
        _ = try await StackFault.ofStore { () throws(StoreError) in
            try await store.commit(transaction)
        }
    }
}

extension StackRecord {
    fileprivate mutating func apply(_ options: StackService.Options) {
        rollback = options.rollback
        timeout = options.timeout
        tags = options.tags
    }
}
