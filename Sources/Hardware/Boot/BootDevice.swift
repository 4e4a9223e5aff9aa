/// Where a machine can start from.
public enum BootDevice: String, Sendable, Hashable, Codable, CaseIterable {
    case network, disk, virtualMedia
    /// The firmware's own setup, which starts nothing.
    case setup
}
