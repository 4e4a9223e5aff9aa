/// Everything a store held at one revision, in key order, to be carried to another store.
public struct StoreArchive: Sendable, Hashable, Codable {
    public let revision: Revision
    public let documents: [EncodedDocument]

    public init(revision: Revision, documents: [EncodedDocument]) {
        self.revision = revision
        self.documents = documents
    }

    /// A checksum over keys, versions and contents (FNV-1a, 64 bits), for both sides to compare.
    /// It finds accidents, not forgeries.
    public var checksum: String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for document in documents {
            let text = "\(document.key)#\(document.version)#\(document.json)\n"
            for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        }
        return String(hash, radix: 16)
    }
}
