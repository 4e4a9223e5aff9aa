import Hardware
public import World

/// Does what an ``EnrolmentPlan`` decided, one fenced transaction for each node.
///
/// What the plan saw may have changed since, so every node is read again and judged by what it is
/// now. Stopped in the middle and done again, it does what is left.
public struct NodeRegistration: Sendable {
    /// What became of one node.
    public struct Outcome: Sendable, Hashable {
        public let name: NodeName
        /// Nil where all was done.
        public let failure: String?
    }

    private let store: any Store
    private let authority: Authority
    private let random: any RandomSource
    private let delete: Deletion

    /// Deletes a node with all that belongs to it: ``Conductor/delete(_:)``.
    public typealias Deletion = @Sendable (NodeName) async throws(ConductorError) -> Void

    /// - Parameters:
    ///   - random: draws the identifiers of nodes that were given none.
    ///   - delete: deletes a node, within the same authority.
    public init(
        store: any Store, authority: Authority, random: any RandomSource,
        delete: @escaping Deletion
    ) {
        self.store = store
        self.authority = authority
        self.random = random
        self.delete = delete
    }

    /// The nodes that are registered, for a plan to be made against.
    public func registered() async throws(StoreError) -> [RegisteredNode] {
        var ports: [NodeName: [Port]] = [:]
        for stored in try await store.scan(Port.self) {
            ports[stored.document.node, default: []].append(stored.document)
        }
        return try await store.scan(Node.self).map { stored in
            RegisteredNode(stored.document, ports: ports[stored.document.name] ?? [])
        }
    }

    /// - Throws: Where the store fails, or the term is over; what was done by then is done.
    public func apply(_ plan: EnrolmentPlan) async throws(StoreError) -> [Outcome] {
        var outcomes: [Outcome] = []
        for description in plan.added {
            outcomes.append(
                try await attempt(description.name) { () throws(StoreError) in
                    try await add(description)
                })
        }
        for update in plan.updated {
            outcomes.append(
                try await attempt(update.name) { () throws(StoreError) in
                    try await change(update.name, to: update.description)
                })
        }
        for name in plan.removed {
            outcomes.append(
                try await attempt(name) { () throws(StoreError) in
                    try await remove(name)
                })
        }
        return outcomes
    }

    /// - Parameter work: answers why it was not done; nil where it was.
    private func attempt(
        _ name: NodeName, _ work: () async throws(StoreError) -> String?
    ) async throws(StoreError) -> Outcome {
        do throws(StoreError) {
            return Outcome(name: name, failure: try await work())
        } catch {
            guard case .conflict(let key) = error, !authority.isLost(byConflictOver: key) else {
                throw error
            }
            return Outcome(name: name, failure: "\(key) was changed at the same time")
        }
    }

    private func add(_ description: NodeDescription) async throws(StoreError) -> String? {
        if let found = try await store.get(Node.self, description.name.text) {
            // Done before, by one who was stopped before it could tell.
            return found.document.bmc == description.bmc
                ? nil : "a node of this name was registered in between"
        }
        var transaction = Transaction()
        authority.fence(&transaction)
        transaction.enrol(description, using: random)
        try await store.commit(transaction)
        return nil
    }

    private func change(
        _ name: NodeName, to description: NodeDescription
    ) async throws(StoreError) -> String? {
        guard let stored = try await store.get(Node.self, name.text) else {
            return "the node is gone"
        }
        let ports = try await ports(of: stored.document, and: description)
        let present = RegisteredNode(stored.document, ports: ports.map(\.document))
        let changes = EnrolmentDifference(from: present.description, to: description).changes
        if let reason = NodeRevision.objection(to: changes, of: stored.document) { return reason }
        if changes.isEmpty { return nil }
        var transaction = Transaction()
        authority.fence(&transaction)
        transaction.replace(stored, with: stored.document.updated(description))
        for port in description.ports {
            guard let former = ports.first(where: { $0.document.address == port.address }) else {
                transaction.insert(Port(port, of: name))
                continue
            }
            guard former.document.node == name else {
                return "\(port.address) has become \(former.document.node)'s"
            }
            let updated = former.document.updated(port)
            if updated != former.document { transaction.replace(former, with: updated) }
        }
        try await store.commit(transaction)
        return nil
    }

    private func ports(
        of node: Node, and description: NodeDescription
    ) async throws(StoreError) -> [Stored<Port>] {
        var ports: [Stored<Port>] = []
        let addresses = node.addresses + description.ports.map(\.address)
        for address in Set(addresses).sorted() {
            if let port = try await store.get(Port.self, address.description) { ports.append(port) }
        }
        return ports
    }

    private func remove(_ name: NodeName) async throws(StoreError) -> String? {
        guard let stored = try await store.get(Node.self, name.text) else { return nil }
        if let reason = NodeRemoval.objection(to: stored.document) { return reason }
        do throws(ConductorError) {
            try await delete(name)
            return nil
        } catch {
            if case .store(let error) = error { throw error }
            if error.endsAuthority { throw .revoked }
            return error.description
        }
    }
}
