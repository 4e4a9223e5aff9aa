public import NodeAgent

/// What an operator may choose about a conductor. Defaults are TripleO's where it has one, and
/// Ironic's otherwise.
public struct ConductorOptions: Sendable, Hashable {
    /// Which side gives way where a machine's power differs from its record.
    public enum PowerSync: Sendable, Hashable {
        /// The record follows the machine: a cluster manager may have fenced it (TripleO's
        /// `force_power_state_during_sync = false`).
        case recordFollows
        /// The machine is switched to what is recorded (Ironic's default).
        case machineFollows
    }

    /// Whether something may be done at all.
    public enum Permission: Sendable, Hashable {
        case allowed
        case refused
    }

    public var powerSync = PowerSync.recordFollows
    /// Whether a node in maintenance may be cleaned and enter the pool
    /// (`allow_provisioning_in_maintenance`).
    public var provisioningInMaintenance = Permission.refused
    /// `allow_deleting_available_nodes`.
    public var deletingAvailableNodes = Permission.allowed
    /// Pieces of work at the same time (`workers_pool_size`).
    public var workers = ConductorLimits.workers
    /// How many machines of a rack may be switched on at a time.
    public var starts = StartBudget.usual

    /// How networks are driven where a node's operator chose nothing
    /// (`default_network_interface`).
    public var networkInterface = NetworkInterface.flat

    /// What introspections find out beyond the inventory; nil for nothing.
    public var introspection: InspectionOrder?

    /// What there is to choose about steps.
    public var steps = StepOptions()

    public init() {}
}
