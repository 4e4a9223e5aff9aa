import World

/// For processes that open no store.
struct NoStores: StoreDirectory {
    func open(_ name: StoreName) async throws(StoreError) -> any Store {
        throw .unavailable("nobody keeps a store here")
    }
}
