/// How thoroughly a disk is erased (Ironic's clean steps).
public enum EraseMethod: String, Sendable, Hashable, CaseIterable {
    /// Partition tables and file system signatures only (erase_devices_metadata): seconds.
    case metadata
    /// Every byte (erase_devices): as long as writing the whole disk takes.
    case whole
}
