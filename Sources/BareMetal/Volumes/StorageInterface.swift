/// How a node's remote volumes are driven (Ironic's `storage_interface`).
public enum StorageInterface: String, Sendable, Hashable, Codable, CaseIterable {
    /// It has none: what volume records say is nobody's business.
    case noop
    /// The volume service attaches and detaches them.
    case cinder
    /// Somebody else attaches them; they are there.
    case external
}

extension Node {
    public var storageInterface: StorageInterface {
        driverSettings?.interfaces["storage_interface"].flatMap(StorageInterface.init) ?? .noop
    }
}
