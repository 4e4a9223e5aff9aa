/// Opens the stores a host can reach.
public protocol StoreDirectory: Sendable {
    /// The store of this name; made empty where there is none yet.
    ///
    /// - Throws: ``StoreError/unavailable(_:)``, ``StoreError/corrupt(_:)``,
    ///   ``StoreError/newerVersion(_:found:supported:)``.
    func open(_ name: StoreName) async throws(StoreError) -> any Store
}
