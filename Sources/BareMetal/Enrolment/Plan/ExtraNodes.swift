/// What becomes of nodes that are registered and no longer in the file.
public enum ExtraNodes: Sendable, Hashable {
    case kept
    /// Those that Ironic's rules allow to be deleted.
    case removed
}
