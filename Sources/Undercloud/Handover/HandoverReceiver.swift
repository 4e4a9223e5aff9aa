import BareMetal
import Hardware
import World

/// The undercloud's side of the pivot: takes the seed's state over, whole or not at all.
struct HandoverReceiver: Sendable {
    let store: any Store

    func answer(_ transfer: StateTransfer) async throws(Rejection) -> Handover {
        do throws(StoreError) {
            if let done = try await received() { return done }
            guard transfer.archive.checksum == transfer.checksum else {
                throw .corrupt("the state that arrived is not the state that was sent")
            }
            try await store.commit(try Self.takeOver(transfer))
        } catch .conflict {
            // Another replica, or an earlier try of this one, was first.
        } catch { throw Rejection(error.description) }
        do throws(StoreError) {
            guard let done = try await received() else {
                throw .unavailable("it changed meanwhile")
            }
            return done
        } catch { throw Rejection(error.description) }
    }

    private func received() async throws(StoreError) -> Handover? {
        try await store.get(Handover.self, Handover.onlyID)?.document
    }

    /// All documents but the seed's own signs of life, in one transaction. The leadership comes
    /// with them, and the empty ring: terms go on from the seed's, so that no two ever share a
    /// number.
    static func takeOver(_ transfer: StateTransfer) throws(StoreError) -> Transaction {
        var transaction = Transaction()
        transaction.insert(
            Handover(
                checksum: transfer.checksum, documents: transfer.archive.documents.count))
        for document in transfer.archive.documents {
            switch document.key.kind {
            case Member.kind, LeaseBeat.kind, ConductorBeat.kind, ConductorRegistration.kind:
                continue
            case Cloud.kind:
                var cloud = try document.decoded(as: Cloud.self)
                cloud.stage = .undercloud
                transaction.insert(cloud)
            default: transaction.insert(archived: document)
            }
        }
        return transaction
    }
}
