/// What is done to a stack, or was last.
public enum StackAction: String, Sendable, Hashable, Codable, CaseIterable {
    case create = "CREATE"
    case delete = "DELETE"
    case update = "UPDATE"
    case rollback = "ROLLBACK"
    case suspend = "SUSPEND"
    case resume = "RESUME"
    case adopt = "ADOPT"
    case snapshot = "SNAPSHOT"
    case check = "CHECK"
    case restore = "RESTORE"
}

extension StackAction {
    /// Whether the stack's resources are brought to what its template says.
    var converges: Bool {
        switch self {
        case .create, .delete, .update, .rollback, .adopt, .restore: true
        case .suspend, .resume, .snapshot, .check: false
        }
    }
}
