import Hardware
public import World

/// Which machine was given which profile, so that it keeps it. One document in each store.
public struct ProfileGrants: StoredDocument, Hashable {
    public static let kind: DocumentKind = "profile-grants"
    public static let version = 1
    public static let onlyID = "grants"

    /// What matching keeps from run to run, in JSON.
    public let record: String

    public init(record: String) { self.record = record }

    public var id: String { Self.onlyID }
}
