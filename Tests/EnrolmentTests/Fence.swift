import BareMetal
import Hardware
import World

/// The document an import's transactions rest on.
struct Fence: StoredDocument {
    static let kind: DocumentKind = "fence"
    static let version = 1

    let term: Int
    var id: String { "only" }

    /// The right to act for a term, while nobody has written the fence again.
    static func authority(of store: TableStore) async throws -> Authority {
        var transaction = Transaction()
        transaction.put(Fence(term: 1))
        _ = try await store.commit(transaction)
        guard let fence = try await store.get(Fence.self, "only") else {
            throw StoreError.unavailable("the fence is gone")
        }
        return Authority(
            term: Term(number: 1), fenceKey: fence.key,
            fencing: { $0.require(unchanged: fence) }, holds: { true })
    }
}
