public import Hardware

/// Whose nodes a conductor may manage.
public enum ConductorScope: Sendable, Hashable, Codable, CustomStringConvertible {
    /// Those of its own group, and no others.
    case group(ConductorGroup)
    /// Those for which nobody else is there, of whatever group: the seed's part.
    case leftovers

    public var description: String {
        switch self {
        case .group(.standard): "the default group"
        case .group(let group): "group \(group)"
        case .leftovers: "what is left over"
        }
    }
}
