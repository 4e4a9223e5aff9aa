import FoundationEssentials

/// A document in the form it is kept in outside a process: its layout's version and JSON.
public struct EncodedDocument: Sendable, Hashable, Codable {
    public let key: DocumentKey
    public let version: Int
    public let json: String

    public init(key: DocumentKey, version: Int, json: String) {
        self.key = key
        self.version = version
        self.json = json
    }

    public init(_ document: any StoredDocument) {
        key = DocumentKey(document)
        version = type(of: document).version
        json = Self.encode(document)
    }

    /// - Throws: ``StoreError/newerVersion(_:found:supported:)`` or ``StoreError/corrupt(_:)``.
    public func decoded<Document: StoredDocument>(
        as type: Document.Type
    ) throws(StoreError) -> Document {
        guard version <= Document.version else {
            throw .newerVersion(key, found: version, supported: Document.version)
        }
        do {
            return try JSONDecoder().decode(Document.self, from: Data(json.utf8))
        } catch {
            throw .corrupt("\(key) does not read as a \(Document.kind) of version \(version)")
        }
    }

    private static func encode(_ document: any StoredDocument) -> String {
        let encoder = JSONEncoder()
        // Sorted, so that equal documents have equal encodings, and digests of them agree.
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(document) else {
            preconditionFailure("A stored document of kind \(type(of: document).kind) must encode.")
        }
        return String(decoding: data, as: UTF8.self)
    }
}
