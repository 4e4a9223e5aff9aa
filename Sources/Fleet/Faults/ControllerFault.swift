/// A way in which a fake controller of a farm can be made to misbehave while it serves.
public enum ControllerFault: String, Sendable, Hashable, Codable, CaseIterable {
    case dead
    case slow
    case lossy
    case saysOn = "says-on"
    case saysOff = "says-off"
    case stuckPower = "stuck-power"
    case fullEventLog = "full-sel"
    case fullSessions = "full-sessions"
    case reset
    case credentialsChanged = "credentials-changed"
    case clock1970 = "clock-1970"

    /// What it does, in words.
    var summary: String {
        switch self {
        case .dead: "answers nothing at all"
        case .slow: "answers everything late, by so many seconds"
        case .lossy: "loses this share of the datagrams, on the way in and on the way out"
        case .saysOn: "tells that the machine is on, whatever it is"
        case .saysOff: "tells that the machine is off, whatever it is"
        case .stuckPower: "accepts power commands and carries out none"
        case .fullEventLog: "one component fills the system event log"
        case .fullSessions: "has no room for another session; those that are open go on"
        case .reset: "restarts in the midst of everything and forgets all sessions"
        case .credentialsChanged: "lets nobody in: somebody has changed all passwords"
        case .clock1970: "its clock starts anew in 1970"
        }
    }

    /// Whether it happens once and is not to be repaired.
    var isMoment: Bool {
        switch self {
        case .fullEventLog, .reset, .clock1970: true
        default: false
        }
    }

    /// See ``FarmFault/amount``.
    var amount: (meaning: String, usual: Double, range: ClosedRange<Double>)? {
        switch self {
        case .slow: ("seconds", 5, 0...3600)
        case .lossy: ("share of the datagrams, 0 to 1", 0.3, 0...1)
        default: nil
        }
    }
}
