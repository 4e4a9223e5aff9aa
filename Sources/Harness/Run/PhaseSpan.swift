public import Undercloud

/// One part of the flow, from its beginning to that of the next.
public struct PhaseSpan: Sendable, Hashable, Codable {
    public let phase: Phase
    /// Since the run began, as all times of a report.
    public let began: TimeSpan
    public let ended: TimeSpan
    /// What held the phase up; nil where no node changed in it.
    public let critical: CriticalNode?

    private enum CodingKeys: String, CodingKey {
        case phase, critical
        case began = "beganSeconds"
        case ended = "endedSeconds"
    }
}
