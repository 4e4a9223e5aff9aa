/// What a watch reports of one document: its newest state, or that it is gone.
public struct DocumentChange<Document: StoredDocument>: Sendable {
    public let id: String
    /// The transaction that wrote or deleted it last.
    public let revision: Revision
    /// Nil where it was deleted.
    public let document: Document?

    public init(id: String, revision: Revision, document: Document?) {
        self.id = id
        self.revision = revision
        self.document = document
    }
}
