import World

/// No store is opened by name on the bench: a conductor is handed its own.
struct BenchStores: StoreDirectory {
    func open(_ name: StoreName) async throws(StoreError) -> any Store {
        throw .unavailable("the bench opens no store by name")
    }
}
