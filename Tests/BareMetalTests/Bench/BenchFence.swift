import Hardware
import World

/// The document every conductor on the bench rests its transactions on.
struct BenchFence: StoredDocument, Hashable {
    static let kind: DocumentKind = "bench-fence"
    static let version = 1
    static let onlyID = "fence"

    let term: Int

    var id: String { Self.onlyID }
}
