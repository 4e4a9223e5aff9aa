public import FoundationEssentials
public import World

/// The stores of one host: a folder with an SQLite file for each.
///
/// Everybody in the process who opens a name shares one store, and so sees one set of watches.
public actor SQLiteStoreDirectory: StoreDirectory {
    private let folder: URL
    private var stores: [StoreName: SQLiteStore] = [:]

    /// - Parameter folder: made where it is missing.
    public init(_ folder: URL) { self.folder = folder }

    public func open(_ name: StoreName) async throws(StoreError) -> any Store {
        if let store = stores[name] { return store }
        let isFileName =
            !name.text.isEmpty && name.text.first != "."
            && name.text.utf8.allSatisfy { $0 > UInt8(ascii: " ") && $0 != UInt8(ascii: "/") }
        guard isFileName else { throw .unavailable("'\(name)' cannot name a file") }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw .unavailable("\(folder.path) cannot be made: \(error)")
        }
        let file = folder.appendingPathComponent("\(name).sqlite")
        let store = try SQLiteStore.open(file, name: name)
        stores[name] = store
        return store
    }

    /// Ends the use of all files.
    ///
    /// - Throws: what the first store that would not close threw; the others are closed.
    public func close() throws(StoreError) {
        var failure: StoreError?
        for name in stores.keys.sorted() {
            do { try stores[name]?.close() } catch { failure = failure ?? error }
        }
        stores = [:]
        if let failure { throw failure }
    }
}
