/// What is done to a resource, or was last.
public enum ResourceAction: String, Sendable, Hashable, Codable, CaseIterable {
    case `init` = "INIT"
    case create = "CREATE"
    case delete = "DELETE"
    case update = "UPDATE"
    case suspend = "SUSPEND"
    case resume = "RESUME"
    case adopt = "ADOPT"
    case snapshot = "SNAPSHOT"
    case check = "CHECK"
    case restore = "RESTORE"
}
