import Hardware

extension Node {
    /// Where the work under way is to end (Ironic's `target_provision_state`); nil in a state that
    /// nothing is under way from.
    public var target: ProvisionState? {
        switch provisionState {
        case .enroll, .manageable, .available, .active, .error, .rescue: nil
        case .verifying, .inspecting, .inspectWait, .inspectFailed: .manageable
        case .cleaning, .cleanWait, .cleanHold, .cleanFailed:
            staysOutOfPool ? .manageable : .available
        case .deleting: .available
        case .deploying, .deployWait, .deployHold, .deployFailed, .adopting, .adoptFailed,
            .unrescuing, .unrescueFailed, .servicing, .serviceWait, .serviceHold, .serviceFailed:
            .active
        case .rescuing, .rescueWait, .rescueFailed: .rescue
        }
    }

    /// How the work under way reports that it ended well.
    var completion: ProvisionEvent {
        provisionState == .cleaning && staysOutOfPool ? .manage : .done
    }

    /// Whether a cleaned node waits for an operator: one asked for the cleaning by hand, or the
    /// node is to leave.
    private var staysOutOfPool: Bool { intent?.verb == .clean || retirement != nil }

    /// Whether what runs on its machine is to end, and the machine could not be switched off: it
    /// was to be undeployed, and that failed.
    public var isToShutDown: Bool {
        provisionState == .error && instance != nil && reservation == nil && maintenance == nil
    }

    /// A change of power that nobody carries out any more has failed.
    mutating func abandonPowerChange(because reason: String) {
        guard let target = targetPower else { return }
        targetPower = nil
        lastError = "the change of power to '\(target.rawValue)' was abandoned: \(reason)"
    }

    /// Puts the node into maintenance by itself. A reason that somebody gave before is kept.
    mutating func setAside(because reason: String, fault: Maintenance.Fault) {
        guard maintenance == nil else { return }
        maintenance = Maintenance(reason: reason, fault: fault)
    }
}
