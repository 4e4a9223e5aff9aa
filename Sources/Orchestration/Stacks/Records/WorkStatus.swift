/// How far an action on a stack or a resource is.
public enum WorkStatus: String, Sendable, Hashable, Codable {
    case inProgress = "IN_PROGRESS"
    case complete = "COMPLETE"
    case failed = "FAILED"
}
