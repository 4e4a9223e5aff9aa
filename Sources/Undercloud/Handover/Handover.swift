import Hardware
public import World

/// That the seed's state was taken over, and which. It makes taking it over twice harmless.
public struct Handover: StoredDocument, Hashable {
    public static let kind: DocumentKind = "handover"
    public static let version = 1
    public static let onlyID = "handover"

    /// The archive's checksum, as ``StoreArchive/checksum``.
    public let checksum: String
    public let documents: Int

    public init(checksum: String, documents: Int) {
        self.checksum = checksum
        self.documents = documents
    }

    public var id: String { Self.onlyID }
}
