/// Whether a machine is as fast as its kind.
public enum SpeedClass: String, Sendable, Hashable, Codable, CaseIterable {
    /// The seed decides, by the profile's ratio of slow machines.
    case drawn
    case ordinary
    case slow
}
