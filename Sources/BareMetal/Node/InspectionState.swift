/// Whether a node has been looked into.
public enum InspectionState: String, Sendable, Hashable, Codable {
    case pending, finished
}
