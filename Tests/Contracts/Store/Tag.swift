import Hardware
import World

/// Another family than ``Note``, before and after which nothing of it may show.
struct Tag: StoredDocument, Hashable {
    static let kind: DocumentKind = "tag"
    static let version = 3

    let id: String
    var weight = 0.5
}
