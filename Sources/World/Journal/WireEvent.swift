public import Hardware

/// What came to pass on the wire between services and controllers, told by whoever carried it.
///
/// Checkers hold against it that both ends take nothing for what it is not.
public enum WireEvent: JournalEvent {
    /// A fault of the controller, or of the way to it, was met by somebody who spoke to it, for the
    /// first time since it began.
    case met(MachineName, HardwareFault)
    /// Something that had been sent before, or was changed on the way, was obeyed by the
    /// controller.
    case copyObeyed(MachineName)
    /// Something that had been sent before, or was changed on the way, was taken for an answer.
    case copyBelieved(MachineName)
    /// A driver reported work as done that a sound controller has not done.
    case notDone(MachineName, String)
    /// The controller restarted, and forgot sessions that were open.
    case sessionLost(MachineName)
    /// A connection was refused, as the controller is starting.
    case refused(MachineName)
    /// The controller turned somebody away because its table of sessions was full, though
    /// strangers hold none.
    case turnedAway(MachineName)

    public var kind: String {
        switch self {
        case .met: "wire.met"
        case .copyObeyed: "wire.copy-obeyed"
        case .copyBelieved: "wire.copy-believed"
        case .notDone: "wire.not-done"
        case .sessionLost: "wire.session-lost"
        case .refused: "wire.refused"
        case .turnedAway: "wire.turned-away"
        }
    }

    public var machine: MachineName {
        switch self {
        case .met(let machine, _), .copyObeyed(let machine), .copyBelieved(let machine),
            .notDone(let machine, _), .sessionLost(let machine), .refused(let machine),
            .turnedAway(let machine):
            machine
        }
    }

    public var subject: String { machine.text }

    public var fields: [JournalField] {
        switch self {
        case .met(_, let fault): [JournalField("fault", fault.rawValue)]
        case .notDone(_, let work): [JournalField("work", work)]
        case .copyObeyed, .copyBelieved, .sessionLost, .refused, .turnedAway: []
        }
    }
}
