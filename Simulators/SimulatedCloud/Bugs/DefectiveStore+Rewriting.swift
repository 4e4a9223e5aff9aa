import BareMetal
import Hardware
import World

/// What conductors write of nodes instead of what they should:
/// ``CloudBug/takeoverLeavesWork``, ``CloudBug/powerChangesUnlocked``,
/// ``CloudBug/machinesLeftOff`` and ``CloudBug/firmwareForgotten``.
extension DefectiveStore {
    /// What is written of a node that was like this, instead of what is to be; nil where nothing is
    /// wrong.
    typealias Mistake = (_ old: Node, _ new: Node) -> Node?

    var mistake: Mistake? {
        switch bug {
        case .takeoverLeavesWork: Self.work(leftBy:after:)
        case .powerChangesUnlocked: Self.powerChange(from:to:)
        default: nil
        }
    }

    private static func work(leftBy old: Node, after new: Node) -> Node? {
        guard let lock = old.reservation, lock.isFor(.takeover),
            old.provisionState.phase == .working, new.reservation == nil
        else { return nil }
        var left = old
        left.reservation = nil
        return left
    }

    private static func powerChange(from old: Node, to new: Node) -> Node? {
        guard old.targetPower == nil, new.targetPower != nil else { return nil }
        var unlocked = new
        unlocked.reservation = nil
        return unlocked
    }

    /// The same transaction with the mistake in it; a node that is written wrongly is all that is
    /// written.
    func rewritten(
        _ transaction: Transaction, _ mistake: Mistake
    ) async throws(StoreError) -> Transaction {
        for case .put(let document) in transaction.writes {
            guard let new = document as? Node, let old = try await store.get(Node.self, new.id),
                let wrong = mistake(old.document, new)
            else { continue }
            return try await resting(wrong, as: transaction)
        }
        return transaction
    }

    /// The node in use whose machine is to be switched on from now on.
    func start(in transaction: Transaction) async throws(StoreError) -> DocumentKey? {
        for case .put(let document) in transaction.writes {
            guard let node = document as? Node, node.targetPower == .on,
                node.provisionState == .active,
                try await store.get(Node.self, node.id)?.document.targetPower == nil
            else { continue }
            return DocumentKey(node)
        }
        return nil
    }

    /// The same transaction less what it says of firmware; the node that it is about is all that
    /// is written.
    func withoutFirmware(_ transaction: Transaction) async throws(StoreError) -> Transaction {
        guard transaction.writes.contains(where: { $0.key.kind == NodeBIOS.kind }) else {
            return transaction
        }
        for case .put(let document) in transaction.writes {
            if let node = document as? Node { return try await resting(node, as: transaction) }
        }
        return transaction
    }

    /// A node that rests on what a conductor's transaction rests on.
    private func resting(
        _ node: Node, as transaction: Transaction
    ) async throws(StoreError) -> Transaction {
        var written = Transaction(durability: transaction.durability)
        for case .unchanged(let key, let revision) in transaction.conditions {
            switch key.kind {
            case Node.kind: written.replace(Stored(document: node, revision: revision), with: node)
            case ConductorRing.kind:
                guard let found = try await store.get(ConductorRing.self, key.id) else { continue }
                written.require(unchanged: Stored(document: found.document, revision: revision))
            case ConductorRegistration.kind:
                guard let found = try await store.get(ConductorRegistration.self, key.id) else {
                    continue
                }
                written.require(unchanged: Stored(document: found.document, revision: revision))
            default: continue
            }
        }
        return written
    }
}
