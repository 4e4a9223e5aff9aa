import Hardware
public import World

extension Conductor {
    /// Changes a node's record, all of it or nothing.
    ///
    /// - Parameter rest: what else the change rests on, such as the asker's own right to ask.
    /// - Throws: ``ConductorError/forbidden(_:_:)`` with the first change that is refused and why;
    ///   ``ConductorError/locked(_:by:)`` for a node that somebody works on.
    public func update(
        _ name: NodeName, _ updates: [NodeUpdate],
        resting rest: (inout Transaction) -> Void = { _ in }
    ) async throws(ConductorError) {
        try await change(name, { _ in updates }, resting: rest)
    }

    /// Changes a node's record as a patch says (Ironic's `PATCH /nodes/…`), by the record as it is
    /// when nobody else works on it.
    ///
    /// - Parameter nodes: the nodes that the patch may name.
    /// - Throws: ``ConductorError/record(_:)`` for a patch that makes no sense, and what
    ///   ``update(_:_:resting:)`` throws.
    public func patch(
        _ name: NodeName, by patch: JSONPatch, nodes: NodeIndex,
        resting rest: (inout Transaction) -> Void = { _ in }
    ) async throws(ConductorError) {
        let updates = { (node: Node) throws(RecordRefusal) in
            node.changes(to: try node.patched(by: patch, nodes: nodes))
        }
        try await change(name, updates, resting: rest)
    }

    private func change(
        _ name: NodeName, _ updates: (Node) throws(RecordRefusal) -> [NodeUpdate],
        resting rest: (inout Transaction) -> Void
    ) async throws(ConductorError) {
        let task = try await lock(name.text, for: .update) { (node) throws(ConductorError) in
            let changes: [NodeUpdate]
            do throws(RecordRefusal) { changes = try updates(node) } catch { throw .record(error) }
            for update in changes {
                do throws(NodeRefusal) { try update.apply(to: &node) } catch {
                    throw .forbidden(node.name, error)
                }
            }
        } alongside: { _, transaction in
            rest(&transaction)
        }
        try await giveBack(task)
    }

    /// Unlocks a node on which nothing more is to be done.
    func giveBack(_ task: NodeTask) async throws(ConductorError) {
        var task = task
        let reservation = task.reservation
        do throws(ConductorError) { try await task.release() } catch {
            await register.end(reservation)
            throw error
        }
        await register.end(reservation)
    }

    /// Deletes a node's record with all that belongs to it. The machine is left as it is.
    ///
    /// - Throws: ``ConductorError/forbidden(_:_:)`` for a node in use or in a state that another
    ///   way leads out of, ``ConductorError/locked(_:by:)`` for one that somebody works on.
    public func delete(_ name: NodeName) async throws(ConductorError) {
        let task = try await lock(name.text, for: .deletion) { (node) throws(ConductorError) in
            do throws(NodeRefusal) { try NodeDeletion.check(node, under: self.options) } catch {
                throw .forbidden(node.name, error)
            }
        }
        let end = await remove(task)
        await register.end(task.reservation)
        if let end { throw end }
    }

    private func remove(_ task: NodeTask) async -> ConductorError? {
        do throws(ConductorError) {
            let belongings = try await belongings(of: task.node)
            var transaction = Transaction()
            transaction.delete(task.stored)
            authority.fence(&transaction)
            network.dismiss(task.node.addresses, in: &transaction)
            release(task.node, in: &transaction)
            network.withdrawVolume(from: task.node.addresses, in: &transaction)
            for key in belongings { transaction.remove(key) }
            if var intent = task.node.intent {
                intent.outcome = .failed(reason: "its node was deleted")
                transaction.put(intent)
            }
            do { try await store.commit(transaction) } catch {
                // The answer may be all that was lost.
                guard await isGone(task.node) else { throw .store(error) }
            }
            world.journal.record(BareMetalEvent.deleted(task.node.name))
            return nil
        } catch {
            var task = task
            // Where this fails too, the lock is found to be nobody's at the next look.
            if !error.endsAuthority { try? await task.release() }
            return error
        }
    }

    private func isGone(_ node: Node) async -> Bool {
        do { return try await store.get(Node.self, node.id) == nil } catch { return false }
    }

    /// The documents that mean nothing without their node.
    private func belongings(of node: Node) async throws(ConductorError) -> [DocumentKey] {
        var keys: [DocumentKey] = []
        for address in node.addresses {
            guard let port = try await port(address), port.node == node.name else { continue }
            keys.append(DocumentKey(port))
        }
        keys.append(DocumentKey(kind: NodeInventory.kind, id: node.id))
        keys.append(DocumentKey(kind: IntrospectionData.kind, id: node.id))
        keys += try await history(of: node.name).map { DocumentKey($0) }
        keys += node.answered.map { DocumentKey(kind: Intent.kind, id: $0.text) }
        if let allocation = node.allocation {
            keys.append(DocumentKey(kind: Allocation.kind, id: allocation.text))
        }
        let name = node.name
        keys += try await all(Portgroup.self).filter { $0.node == name }.map { DocumentKey($0) }
        keys += try await all(VolumeConnector.self).filter { $0.node == name }
            .map { DocumentKey($0) }
        keys += try await all(VolumeTarget.self).filter { $0.node == name }.map { DocumentKey($0) }
        return keys
    }

    private func all<Document: StoredDocument>(
        _ type: Document.Type
    ) async throws(ConductorError) -> [Document] {
        do { return try await store.scan(type).map(\.document) } catch { throw .store(error) }
    }
}
