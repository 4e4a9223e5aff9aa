/// Changes that happen together or not at all, if what they rest on has not changed.
public struct Transaction: Sendable {
    public enum Condition: Sendable {
        case absent(DocumentKey)
        case unchanged(DocumentKey, Revision)

        public var key: DocumentKey {
            switch self {
            case .absent(let key), .unchanged(let key, _): key
            }
        }
    }

    public enum Write: Sendable {
        case put(any StoredDocument)
        case putEncoded(EncodedDocument)
        case delete(DocumentKey)

        public var key: DocumentKey {
            switch self {
            case .put(let document): DocumentKey(document)
            case .putEncoded(let document): document.key
            case .delete(let key): key
            }
        }
    }

    /// What a commit promises when it returns.
    public enum Durability: String, Sendable {
        /// It survives a loss of power.
        case durable
        /// It is seen by all readers, and survives the process; a loss of power may undo it.
        case relaxed
    }

    public private(set) var conditions: [Condition] = []
    public private(set) var writes: [Write] = []
    public var durability: Durability

    public init(durability: Durability = .durable) { self.durability = durability }

    /// Writes a document that must not exist yet.
    public mutating func insert(_ document: some StoredDocument) {
        conditions.append(.absent(DocumentKey(document)))
        writes.append(.put(document))
    }

    /// Writes over a document that must still be as it was read.
    public mutating func replace<Document: StoredDocument>(
        _ stored: Stored<Document>, with document: Document
    ) {
        precondition(stored.document.id == document.id, "A replacement keeps the document's id.")
        conditions.append(.unchanged(stored.key, stored.revision))
        writes.append(.put(document))
    }

    /// Deletes a document that must still be as it was read.
    public mutating func delete<Document: StoredDocument>(_ stored: Stored<Document>) {
        conditions.append(.unchanged(stored.key, stored.revision))
        writes.append(.delete(stored.key))
    }

    /// Rests the transaction on a document it does not write, such as a lease.
    public mutating func require<Document: StoredDocument>(unchanged stored: Stored<Document>) {
        conditions.append(.unchanged(stored.key, stored.revision))
    }

    /// Writes a document whatever is there.
    public mutating func put(_ document: some StoredDocument) { writes.append(.put(document)) }

    /// Deletes whatever is there; nothing there is fine.
    public mutating func remove(_ key: DocumentKey) { writes.append(.delete(key)) }

    /// Adds everything another transaction asks for; durability stays as it is.
    public mutating func append(_ other: Transaction) {
        conditions += other.conditions
        writes += other.writes
    }

    /// Writes an archived document that must not exist yet.
    public mutating func insert(archived document: EncodedDocument) {
        conditions.append(.absent(document.key))
        writes.append(.putEncoded(document))
    }
}
