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

    public let store: StoreName
    public let revision: Revision
    public let at: Instant
    /// What whoever committed it was promised.
    public let durability: Transaction.Durability
    public let changes: [Change]

    public init(
        store: StoreName, revision: Revision, at: Instant,
        durability: Transaction.Durability = .durable, changes: [Change]
    ) {
        self.store = store
        self.revision = revision
        self.at = at
        self.durability = durability
        self.changes = changes
    }
}
