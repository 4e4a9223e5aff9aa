import Hardware
public import World

/// Finds nodes for allocations and takes them back.
///
/// A node is claimed by one transaction that rests on the node being unlocked and as it was looked
/// at: a lock that is taken and given back at once. An allocator that dies leaves its allocations
/// `allocating`; the next one calls ``resume()``.
public struct Allocator: Sendable {
    private let world: World
    private let store: any Store
    private let authority: Authority

    public init(world: World, store: any Store, authority: Authority) {
        self.world = world
        self.store = store
        self.authority = authority
    }

    /// Writes an allocation down. ``allocate(_:)`` then looks for its node.
    ///
    /// - Throws: ``AllocationError/refused(_:)`` where the name is taken or is none.
    public func create(_ allocation: Allocation) async throws(AllocationError) {
        if let name = allocation.name {
            guard RecordName.isValid(name) else {
                throw .refused(.invalid("'\(name)' is no allocation's name"))
            }
            let others = try await scan(Allocation.self)
            guard !others.contains(where: { $0.document.name == name }) else {
                throw .refused(.conflict("an allocation with name \(name) already exists"))
            }
        }
        try await commit { $0.insert(allocation) }
    }

    /// Looks for a node, in as many passes as there may be, and writes down how it went.
    ///
    /// - Returns: the allocation, active or in error; nil where it is gone or was done already.
    @discardableResult
    public func allocate(_ uuid: Identifier) async throws(AllocationError) -> Allocation? {
        guard let stored = try await read(Allocation.self, uuid.text),
            stored.document.state == .allocating
        else { return nil }
        do throws(Setback) { return try await search(stored) } catch {
            switch error {
            case .failure(let failure): return try await giveUp(stored, failure.description)
            case .error(let error): throw error
            }
        }
    }

    /// Goes on with what an earlier allocator left behind.
    public func resume() async throws(AllocationError) {
        for stored in try await scan(Allocation.self) where stored.document.state == .allocating {
            try await allocate(stored.document.uuid)
        }
    }

    /// Makes an allocation of a node that is in use already.
    ///
    /// - Throws: ``AllocationError/refused(_:)``; the allocation is then in error, with the reason.
    public func backfill(
        _ allocation: Allocation, with name: NodeName
    ) async throws(AllocationError) {
        try await create(allocation)
        guard let stored = try await read(Allocation.self, allocation.id) else { return }
        do throws(AllocationError) {
            let node = try await unlocked(name)
            let others = try await scan(Node.self).map(\.document)
            do {
                try AllocationPolicy.checkBackfill(
                    of: allocation, with: node.document, among: others)
            } catch { throw .refused(error) }
            try await grant(node, to: stored)
        } catch {
            if case .refused(let refusal) = error {
                _ = try await giveUp(stored, refusal.description)
            }
            throw error
        }
    }

    /// Gives an allocation back, and its node with it.
    public func remove(_ uuid: Identifier) async throws(AllocationError) {
        guard let stored = try await read(Allocation.self, uuid.text) else {
            throw .refused(.notFound("there is no allocation \(uuid)"))
        }
        guard let name = stored.document.node, try await read(Node.self, name.text) != nil else {
            return try await commit { $0.delete(stored) }
        }
        let node = try await unlocked(name)
        do { try AllocationPolicy.checkRemoval(of: stored.document, from: node.document) } catch {
            throw .refused(error)
        }
        var freed = node.document
        (freed.allocation, freed.instance) = (nil, nil)
        try await commit {
            $0.replace(node, with: freed)
            $0.delete(stored)
        }
    }
}

extension Allocator {
    /// What ends a search early.
    private enum Setback: Error {
        case failure(AllocationFailure)
        case error(AllocationError)
    }

    private func search(
        _ stored: Stored<Allocation>
    ) async throws(Setback) -> Allocation? {
        var names = try await candidates(for: stored.document)
        for pass in 1...AllocationLimits.passes {
            var locked: [NodeName] = []
            for name in names {
                switch try await claim(name, for: stored) {
                case .granted(let allocation): return allocation
                case .locked: locked.append(name)
                case .unfit: break
                case .gone: return nil
                }
            }
            names = locked
            guard !names.isEmpty else { throw .failure(.allChanged) }
            guard pass < AllocationLimits.passes else { break }
            do { try await world.clock.sleep(for: AllocationLimits.interval) } catch {
                throw .error(.interrupted)
            }
        }
        throw .failure(.allLocked(names.count))
    }

    private func candidates(for allocation: Allocation) async throws(Setback) -> [NodeName] {
        let nodes: [Node]
        do { nodes = try await scan(Node.self).map(\.document) } catch { throw .error(error) }
        do {
            let candidates = try AllocationPolicy.candidates(for: allocation, among: nodes)
            return world.random.branch("allocations").draw {
                AllocationPolicy.order(candidates, for: allocation, using: &$0).map(\.name)
            }
        } catch { throw .failure(error) }
    }

    private enum Attempt {
        case granted(Allocation)
        case locked
        case unfit
        /// The allocation itself is no longer there, or no longer waits.
        case gone
    }

    private func claim(
        _ name: NodeName, for stored: Stored<Allocation>
    ) async throws(Setback) -> Attempt {
        do throws(AllocationError) {
            guard let node = try await read(Node.self, name.text) else { return .unfit }
            guard node.document.reservation == nil else { return .locked }
            guard AllocationPolicy.isStillFit(node.document, for: stored.document) else {
                return .unfit
            }
            return .granted(try await grant(node, to: stored))
        } catch .store(.conflict(let key)) {
            return key == stored.key ? .gone : .locked
        } catch { throw .error(error) }
    }

    @discardableResult
    private func grant(
        _ node: Stored<Node>, to stored: Stored<Allocation>
    ) async throws(AllocationError) -> Allocation {
        let granted = stored.document.granted(node.document.name)
        try await commit {
            $0.replace(node, with: AllocationPolicy.claim(node.document, for: granted))
            $0.replace(stored, with: granted)
        }
        return granted
    }

    private func giveUp(
        _ stored: Stored<Allocation>, _ reason: String
    ) async throws(AllocationError) -> Allocation? {
        let failed = stored.document.failed(because: reason)
        do throws(AllocationError) {
            try await commit { $0.replace(stored, with: failed) }
        } catch .store(.conflict) { return nil }
        return failed
    }

    private func unlocked(_ name: NodeName) async throws(AllocationError) -> Stored<Node> {
        guard let node = try await read(Node.self, name.text) else {
            throw .refused(.notFound("there is no node \(name)"))
        }
        if let holder = node.document.reservation {
            throw .refused(.wrongState("node \(name) is locked by \(holder)"))
        }
        return node
    }

    private func commit(
        _ change: (inout Transaction) -> Void
    ) async throws(AllocationError) {
        var transaction = Transaction()
        change(&transaction)
        authority.fence(&transaction)
        do throws(StoreError) { try await store.commit(transaction) } catch {
            switch error {
            case .conflict(let key) where authority.isLost(byConflictOver: key): throw .deposed
            case .revoked: throw .interrupted
            default: throw .store(error)
            }
        }
    }

    private func read<Document: StoredDocument>(
        _ type: Document.Type, _ id: String
    ) async throws(AllocationError) -> Stored<Document>? {
        do { return try await store.get(type, id) } catch { throw .store(error) }
    }

    private func scan<Document: StoredDocument>(
        _ type: Document.Type
    ) async throws(AllocationError) -> [Stored<Document>] {
        do { return try await store.scan(type) } catch { throw .store(error) }
    }
}
