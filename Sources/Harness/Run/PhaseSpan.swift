public import Undercloud
public import World

/// One part of the flow, from its beginning to that of the next.
public struct PhaseSpan: Sendable, Hashable, Codable {
    public let phase: Phase
    public let began: Instant
    public internal(set) var ended: Instant
    /// What held the phase up; nil where no node changed in it.
    public internal(set) var critical: CriticalNode?
}
