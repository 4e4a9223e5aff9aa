import Hardware

/// What a look at a machine's power means for its node. Pure.
enum PowerSyncDecision: Sendable, Hashable {
    /// Record and machine agree.
    case agree
    /// The record is to say what the machine is.
    case record(PowerState)
    /// The machine is to be as the record says.
    case force(PowerState)
    /// The controller failed too often, or the machine does not keep to its record.
    case setAside(seen: PowerState?)
    /// Not yet too often.
    case waitAndSee

    /// - Parameters:
    ///   - recorded: nil where nothing is known yet; then whatever is seen is right.
    ///   - seen: nil where the controller failed.
    ///   - failures: looks in a row before this one that failed or found a difference.
    static func decide(
        recorded: PowerState?, seen: PowerState?, failures: Int,
        policy: ConductorOptions.PowerSync
    ) -> PowerSyncDecision {
        guard let seen else {
            return failures + 1 >= ConductorLimits.powerSyncRetries
                ? .setAside(seen: nil) : .waitAndSee
        }
        guard let recorded else { return .record(seen) }
        if recorded == seen { return .agree }
        // So often it was put right, and it did not stay so.
        if failures >= ConductorLimits.powerSyncRetries { return .setAside(seen: seen) }
        return policy == .machineFollows ? .force(recorded) : .record(seen)
    }

    /// Whether a node is one to look at: what is under way moves its own power, and what a person
    /// has set aside is that person's.
    ///
    /// - Parameter isRecoveryDue: whether nodes set aside for their power are looked at this time.
    static func isDue(_ node: Node, isRecoveryDue: Bool) -> Bool {
        guard node.reservation == nil, node.targetPower == nil, node.provisionState != .enroll
        else { return false }
        if let maintenance = node.maintenance {
            return isRecoveryDue && maintenance.fault == .powerFailure
        }
        // A machine that could not be adopted is not ours.
        return !node.provisionState.isTransient && node.provisionState != .adoptFailed
    }
}
