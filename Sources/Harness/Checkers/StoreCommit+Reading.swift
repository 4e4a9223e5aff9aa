import BareMetal
import Compute
import Images
import Networks
import Undercloud
public import World

extension StoreCommit {
    /// The same with every document typed that a checker may ask for, so that a document that
    /// arrived encoded is decoded once and not by each checker. One that cannot be decoded is left
    /// as it is.
    func typed() -> StoreCommit {
        guard changes.contains(where: { $0.after == nil && $0.encoded != nil }) else { return self }
        return StoreCommit(
            store: store, revision: revision, at: at, cause: cause,
            changes: changes.map { $0.typed() }, conditions: conditions)
    }

    /// Whether a document of a kind was written or deleted.
    func touches(_ kind: DocumentKind) -> Bool {
        changes.indices.contains { changes[$0].key.kind == kind }
    }

    /// Whether the transaction rested on a document's being as its author had read it.
    func restsOn(_ key: DocumentKey) -> Bool {
        conditions.contains { if case .unchanged(key, _) = $0 { true } else { false } }
    }

    /// The changes of documents of a kind, in the transaction's order.
    func changes(of kind: DocumentKind) -> [Change] {
        // As below, nothing is copied of the others.
        var found: [Change] = []
        for index in changes.indices where changes[index].key.kind == kind {
            found.append(changes[index])
        }
        return found
    }

    /// The documents of a type that were written, in the transaction's order.
    public func written<Document: StoredDocument>(_ type: Document.Type) -> [Document] {
        // A score of checkers ask this of every commit, mostly in vain: nothing is copied for them.
        var written: [Document] = []
        for index in changes.indices where changes[index].key.kind == Document.kind {
            if let document = changes[index].after as? Document { written.append(document) }
        }
        return written
    }
}

extension StoreCommit.Change {
    var isDeletion: Bool { after == nil && encoded == nil }

    func written<Document: StoredDocument>(_ type: Document.Type) -> Document? {
        key.kind == Document.kind ? after as? Document : nil
    }

    fileprivate func typed() -> Self {
        guard after == nil, let encoded, let document = encoded.typed() else { return self }
        return Self(key: key, before: before, after: document, encoded: encoded)
    }
}

extension EncodedDocument {
    fileprivate func typed() -> (any StoredDocument)? {
        switch key.kind {
        case Node.kind: try? decoded(as: Node.self)
        case Port.kind: try? decoded(as: Port.self)
        case Intent.kind: try? decoded(as: Intent.self)
        case Allocation.kind: try? decoded(as: Allocation.self)
        case VolumeTarget.kind: try? decoded(as: VolumeTarget.self)
        case DeployTemplate.kind: try? decoded(as: DeployTemplate.self)
        case Server.kind: try? decoded(as: Server.self)
        case Image.kind: try? decoded(as: Image.self)
        case Cloud.kind: try? decoded(as: Cloud.self)
        case Leadership.kind: try? decoded(as: Leadership.self)
        case ConductorRing.kind: try? decoded(as: ConductorRing.self)
        case AddressLease.kind: try? decoded(as: AddressLease.self)
        case PortBinding.kind: try? decoded(as: PortBinding.self)
        case AddressCursor.kind: try? decoded(as: AddressCursor.self)
        default: nil
        }
    }
}
