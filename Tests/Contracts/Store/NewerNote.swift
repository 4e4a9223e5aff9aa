import Hardware
import World

/// The same family of documents as ``Note``, in a layout that it does not know.
struct NewerNote: StoredDocument {
    static let kind: DocumentKind = "note"
    static let version = 2

    let id: String
    var count = 0
    var text = ""
    var colour = "red"
}
