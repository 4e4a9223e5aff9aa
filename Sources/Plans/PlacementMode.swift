/// How strictly flavors are held against machines.
public enum PlacementMode: String, Sendable, Hashable, Codable, CaseIterable {
    /// Proof of concept: whatever machines there are will do, so sizes are not looked at.
    case poc
    /// A machine must be as large as its flavor says; one that fits no flavor is not used.
    case scale
}
