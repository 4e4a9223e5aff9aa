import Compute

/// What Nova calls the state of a server.
enum NovaStatus: String, Sendable {
    case active = "ACTIVE"
    case build = "BUILD"
    case rebuild = "REBUILD"
    case error = "ERROR"
    case deleted = "DELETED"

    init(_ state: ServerState) {
        switch state {
        case .unplaced, .deploying, .starting, .evicting: self = .build
        case .active: self = .active
        case .error: self = .error
        case .deleting: self = .deleted
        }
    }

    init(_ server: Server) {
        self = server.rebuild == nil ? NovaStatus(server.state) : .rebuild
    }
}
