/// A document as it was read, with the revision a later compare-and-set names.
public struct Stored<Document: StoredDocument>: Sendable {
    public let document: Document
    public let revision: Revision

    public init(document: Document, revision: Revision) {
        self.document = document
        self.revision = revision
    }

    public var key: DocumentKey { DocumentKey(document) }
}
