/// What can be asked of a machine's power (Ironic's power states, IPMI's chassis control).
public enum PowerAction: String, Sendable, Hashable, Codable, CaseIterable {
    case on
    /// At once, without the guest's consent.
    case off
    /// The guest is asked to shut down; it may refuse or hang.
    case softOff
    /// Off and on again, at once. A machine that is off is left off, as IPMI's reset does.
    case reset
    /// The guest is asked to restart.
    case softReboot

    /// The state that a machine which obeyed ends in.
    public var outcome: PowerState {
        switch self {
        case .on, .reset, .softReboot: .on
        case .off, .softOff: .off
        }
    }
}
