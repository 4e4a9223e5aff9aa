/// Whether a fault begins or ends.
public enum FaultPhase: String, Sendable, Hashable, Codable {
    case began, ended
}
