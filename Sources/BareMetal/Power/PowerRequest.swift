public import Hardware

/// A change of power that an operator can ask for, by Ironic's names.
public enum PowerRequest: String, Sendable, Hashable, Codable, CaseIterable {
    case on = "power on"
    /// At once, without the guest's consent.
    case off = "power off"
    /// Off and on again, at once; a machine that is off is switched on.
    case reboot = "rebooting"
    /// The guest is asked to shut down, and the machine is switched on again.
    case softReboot = "soft rebooting"
    /// The guest is asked to shut down; a guest that does not is left running.
    case softOff = "soft power off"

    /// Where the machine ends, shown while the change is under way (`target_power_state`).
    public var target: PowerState {
        switch self {
        case .on, .reboot, .softReboot: .on
        case .off, .softOff: .off
        }
    }

    /// Longest that the change may take, where nobody says.
    public var limit: Duration {
        switch self {
        case .on, .off, .reboot: ControllerLimits.powerChange
        case .softReboot, .softOff: ControllerLimits.softPowerOff
        }
    }
}

extension PowerRequest: CustomStringConvertible {
    public var description: String { rawValue }
}
