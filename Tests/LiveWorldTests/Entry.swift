import Hardware
import World

/// What these tests write.
struct Entry: StoredDocument, Hashable {
    static let kind: DocumentKind = "entry"
    static let version = 1

    let id: String
    var text = ""
}
