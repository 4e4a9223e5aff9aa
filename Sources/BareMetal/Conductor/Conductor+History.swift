import Hardware
import World

extension Conductor {
    /// What happened to a node, oldest first.
    public func history(
        of name: NodeName
    ) async throws(ConductorError) -> [NodeHistoryEntry] {
        do {
            return try await store.scan(
                NodeHistoryEntry.self, in: NodeHistoryEntry.range(of: name)
            ).map(\.document)
        } catch { throw .store(error) }
    }

    /// Adds to a change what is kept of a node's past, and drops what is older than that.
    func keepPast(from old: Node, to new: inout Node, in transaction: inout Transaction) {
        if new.provisionState != old.provisionState {
            new.provisionUpdated = world.clock.wallTime
        }
        if let intent = old.intent?.identifier, intent != new.intent?.identifier {
            new.answered.append(intent)
        }
        while new.answered.count > NodeHistoryLimits.intents {
            let oldest = new.answered.removeFirst()
            transaction.remove(DocumentKey(kind: Intent.kind, id: oldest.text))
        }
        guard let remark = NodeRemark(from: old, to: new) else { return }
        new.historyCount += 1
        transaction.put(entry(remark, for: new))
        let oldest = new.historyCount - NodeHistoryLimits.entries
        guard oldest > 0 else { return }
        transaction.remove(
            DocumentKey(
                kind: NodeHistoryEntry.kind, id: NodeHistoryEntry.id(of: new.name, oldest)))
    }

    private func entry(_ remark: NodeRemark, for node: Node) -> NodeHistoryEntry {
        NodeHistoryEntry(
            uuid: Identifier(drawnFrom: world.random.branch("history")), node: node.name,
            number: node.historyCount, at: world.clock.wallTime,
            conductor: world.host, severity: remark.severity, topic: remark.topic,
            event: remark.event, state: node.provisionState, target: node.target)
    }
}
