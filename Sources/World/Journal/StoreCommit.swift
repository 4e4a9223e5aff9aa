/// One transaction as the store itself carried it out, for those who judge from outside.
public struct StoreCommit: Sendable {
    public struct Change: Sendable {
        public let key: DocumentKey
        /// Nil where there was none.
        public let before: (any StoredDocument)?
        /// Nil where it was deleted. Documents that arrived encoded are given encoded, as
        /// ``encoded``.
        public let after: (any StoredDocument)?
        public let encoded: EncodedDocument?

        public init(
            key: DocumentKey, before: (any StoredDocument)?, after: (any StoredDocument)?,
            encoded: EncodedDocument? = nil
        ) {
            self.key = key
            self.before = before
            self.after = after
            self.encoded = encoded
        }
    }

    /// What changed the documents.
    public enum Cause: Sendable, Hashable {
        /// A transaction, whose committer was promised this.
        case transaction(Transaction.Durability)
        /// The store came back without what had not been durable.
        case recovery
    }

    public let store: StoreName
    public let revision: Revision
    /// The world's own time.
    public let at: Instant
    public let cause: Cause
    public let changes: [Change]
    /// What the transaction rested on, all of which held.
    public let conditions: [Transaction.Condition]

    public init(
        store: StoreName, revision: Revision, at: Instant, cause: Cause, changes: [Change],
        conditions: [Transaction.Condition]
    ) {
        self.store = store
        self.revision = revision
        self.at = at
        self.cause = cause
        self.changes = changes
        self.conditions = conditions
    }
}
