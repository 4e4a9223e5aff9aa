import Hardware
public import World

/// How much of the pool has been lent. One document, so that two lenders cannot lend one address.
public struct AddressCursor: StoredDocument, Hashable {
    public static let kind: DocumentKind = "address-cursor"
    public static let version = 1
    public static let onlyID = "provisioning"

    /// The first slot never lent.
    public let next: Int

    public init(next: Int) { self.next = next }

    public var id: String { Self.onlyID }
}
