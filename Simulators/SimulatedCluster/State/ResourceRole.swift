/// What an instance of a resource is, on the node where it is.
public enum ResourceRole: Int, Sendable, Hashable, Comparable, CaseIterable {
    case unknown, stopped, started, unpromoted, promoted

    /// As configurations spell it, today's and older names.
    public init?(text: String) {
        switch text.lowercased() {
        case "stopped": self = .stopped
        case "started": self = .started
        case "unpromoted", "slave": self = .unpromoted
        case "promoted", "master": self = .promoted
        default: return nil
        }
    }

    public var text: String {
        switch self {
        case .unknown: "Unknown"
        case .stopped: "Stopped"
        case .started: "Started"
        case .unpromoted: "Unpromoted"
        case .promoted: "Promoted"
        }
    }

    public static func < (left: ResourceRole, right: ResourceRole) -> Bool {
        left.rawValue < right.rawValue
    }
}
