/// How a sensor's value lies to its thresholds.
public enum SensorState: String, Sendable, Hashable, Codable, CaseIterable {
    case ok
    case lowerNonCritical, lowerCritical, lowerNonRecoverable
    case upperNonCritical, upperCritical, upperNonRecoverable

    /// 0 where all is well, 3 where the machine takes harm.
    public var severity: Int {
        switch self {
        case .ok: 0
        case .lowerNonCritical, .upperNonCritical: 1
        case .lowerCritical, .upperCritical: 2
        case .lowerNonRecoverable, .upperNonRecoverable: 3
        }
    }

    /// Whether the value is too high, and not too low.
    public var isUpper: Bool {
        switch self {
        case .upperNonCritical, .upperCritical, .upperNonRecoverable: true
        case .ok, .lowerNonCritical, .lowerCritical, .lowerNonRecoverable: false
        }
    }
}
