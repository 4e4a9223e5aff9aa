import Hardware
import World

/// What contracts write.
struct Note: StoredDocument, Hashable {
    static let kind: DocumentKind = "note"
    static let version = 1

    let id: String
    var count = 0
    var text = ""
}
