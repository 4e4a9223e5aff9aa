/// Where a document is kept. Ordered by kind, then by id, both by UTF-8 bytes.
public struct DocumentKey: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
    public let kind: DocumentKind
    public let id: String

    public init(kind: DocumentKind, id: String) {
        self.kind = kind
        self.id = id
    }

    public init(_ document: some StoredDocument) {
        self.init(kind: type(of: document).kind, id: document.id)
    }

    public var description: String { "\(kind)/\(id)" }

    public static func < (left: DocumentKey, right: DocumentKey) -> Bool {
        if left.kind != right.kind { return left.kind < right.kind }
        return left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
    }
}
