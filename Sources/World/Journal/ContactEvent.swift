public import Hardware

/// What passed between a machine and the services, told by whoever carried it.
///
/// Checkers hold against it what the services say that they were told, and when.
public enum ContactEvent: JournalEvent {
    /// A controller answered what its machine's power is. An answer like the last one is not told.
    case powerTold(MachineName, PowerState)
    /// A controller was asked for its machine's power, and whoever asked got no answer.
    case powerUntold(MachineName)
    /// A ramdisk's heartbeat was taken.
    case ramdiskHeard(MachineName)

    public var kind: String {
        switch self {
        case .powerTold: "bmc.power-told"
        case .powerUntold: "bmc.power-untold"
        case .ramdiskHeard: "machine.ramdisk-heard"
        }
    }

    public var machine: MachineName {
        switch self {
        case .powerTold(let machine, _), .powerUntold(let machine), .ramdiskHeard(let machine):
            machine
        }
    }

    public var subject: String { machine.text }

    public var fields: [JournalField] {
        switch self {
        case .powerTold(_, let state): [JournalField("state", state.rawValue)]
        case .powerUntold, .ramdiskHeard: []
        }
    }
}
