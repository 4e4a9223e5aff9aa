/// Why the machine did not do as its agent asked.
public enum HardwareAccessError: Error, Hashable {
    /// The image could not be fetched to its end.
    case downloadFailed(String)
    /// A disk refused.
    case diskFailed(disk: String, reason: String)
    /// What was asked for cannot be done with what is there: why, in words.
    case unfit(String)
    /// The agent was stopped.
    case stopped

    /// Whether the same can succeed later with nothing changed by an operator.
    public var isTransient: Bool {
        switch self {
        case .downloadFailed: true
        case .diskFailed, .unfit, .stopped: false
        }
    }
}

extension HardwareAccessError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .downloadFailed(let reason): "the download failed: \(reason)"
        case .diskFailed(let disk, let reason): "\(disk): \(reason)"
        case .unfit(let reason): reason
        case .stopped: "the agent was stopped"
        }
    }
}
