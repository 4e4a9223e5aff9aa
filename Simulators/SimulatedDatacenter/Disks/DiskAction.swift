/// What a disk was asked to do when it failed.
public enum DiskAction: String, Sendable, Hashable {
    case read, write, erase
}
