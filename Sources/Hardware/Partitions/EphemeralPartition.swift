/// What a deployment does about an ephemeral partition that is there.
public enum EphemeralPartition: String, Sendable, Hashable, Codable, CaseIterable {
    /// It is made and formatted anew.
    case made
    /// It is left as it is, with all that it holds (Ironic's `preserve_ephemeral`).
    case preserved
}
