public import World

/// A document that something waits for: it is looked at again whenever that changes.
public struct DocumentWait: Sendable, Hashable {
    public let key: DocumentKey
    let type: any StoredDocument.Type

    public init<Document: StoredDocument>(_ type: Document.Type, _ id: String) {
        key = DocumentKey(kind: type.kind, id: id)
        self.type = type
    }

    public static func == (left: DocumentWait, right: DocumentWait) -> Bool {
        left.key == right.key
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(key) }
}
