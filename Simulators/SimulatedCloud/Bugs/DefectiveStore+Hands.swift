import BareMetal
import World

extension DefectiveStore {
    /// A node as it is read where nobody sees whose hands it is in: ``CloudBug/handsUnseen``.
    func misread<Document: StoredDocument>(_ found: Stored<Document>) -> Stored<Document> {
        guard bug == .handsUnseen, var node = found.document as? Node, node.custody != nil else {
            return found
        }
        node.custody = nil
        return Stored(document: node, revision: found.revision) as? Stored<Document> ?? found
    }

    func misread<Document: StoredDocument>(
        _ change: DocumentChange<Document>
    ) -> DocumentChange<Document> {
        guard bug == .handsUnseen, let document = change.document else { return change }
        return DocumentChange(
            id: change.id, revision: change.revision,
            document: misread(Stored(document: document, revision: change.revision)).document)
    }
}
