import World

/// For processes that keep nothing.
struct NoStores: StoreDirectory {
    func open(_ name: StoreName) async throws(StoreError) -> any Store {
        throw .unavailable("nothing is kept here")
    }
}
