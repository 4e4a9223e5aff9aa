/// What becomes of devices that have a file and are not in the configuration.
public enum UnknownDevices: Sendable, Hashable {
    case kept
    /// Taken down, and their files removed.
    case removed
}
