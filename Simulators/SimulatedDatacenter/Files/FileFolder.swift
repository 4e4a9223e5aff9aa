import OrderedCollections

/// A folder and all that is in it.
public struct FileFolder: Sendable, Hashable {
    public var attributes: FileAttributes
    private var items: OrderedDictionary<String, FileItem> = [:]

    public init(_ attributes: FileAttributes = FileAttributes(mode: 0o755)) {
        self.attributes = attributes
    }

    /// In the order of their bytes.
    public var names: [String] {
        items.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// What is found on a way of names; the folder itself where there are none. Links are not
    /// followed.
    public func item(_ way: ArraySlice<String>) -> FileItem? {
        guard let name = way.first else { return .folder(self) }
        guard let found = items[name] else { return nil }
        if way.count == 1 { return found }
        guard case .folder(let folder) = found else { return nil }
        return folder.item(way.dropFirst())
    }

    /// Puts something in a place, or removes what is there. Folders on the way that are missing are
    /// made.
    /// - Returns: whether the way leads there; it does not through a file.
    @discardableResult
    public mutating func set(_ item: FileItem?, at way: ArraySlice<String>) -> Bool {
        guard let name = way.first else { return false }
        if way.count == 1 {
            items[name] = item
            return true
        }
        // Taken out while it is changed, so that it is not copied.
        let found = items.updateValue(.link(""), forKey: name)
        guard case .folder(var folder) = found ?? .folder(FileFolder()) else {
            items[name] = found
            return false
        }
        let isThere = folder.set(item, at: way.dropFirst())
        items[name] = .folder(folder)
        return isThere
    }
}
