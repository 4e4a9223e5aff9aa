/// Bounds on a conductor's patience and appetite. Where Ironic has an option, its default is taken.
public enum ConductorLimits {
    /// Silence of an agent before it is given up (Ironic's `ramdisk_heartbeat_timeout`).
    public static let heartbeatTimeout: Duration = .seconds(300)
    /// Between two rounds of power synchronization (`sync_power_state_interval`).
    public static let powerSyncInterval: Duration = .seconds(60)
    /// Controllers asked at the same time in a round (`sync_power_state_workers`).
    public static let powerSyncWorkers = 8
    /// Failed rounds in a row before a node goes into maintenance (`power_state_sync_max_retries`).
    public static let powerSyncRetries = 3
    /// Between two looks at nodes in maintenance for a power failure
    /// (`power_failure_recovery_interval`).
    public static let powerRecoveryInterval: Duration = .seconds(300)
    /// Between two looks for nodes that stay too long in a state
    /// (`check_provision_state_interval`).
    public static let timeoutCheckInterval: Duration = .seconds(60)
    /// Pieces of work at the same time (`workers_pool_size`).
    public static let workers = 300
    /// Between two looks whether the ring has changed. Looking costs nothing: whoever keeps the
    /// conductor's lease reads the ring.
    public static let ringInterval: Duration = .seconds(2)
    /// Tries to lock a node, and the time between them (`node_locked_retry_attempts`, `_interval`).
    public static let lockAttempts = 3
    public static let lockInterval: Duration = .seconds(1)
    /// Tries of a commit, or of a reading that work goes by, while the store cannot be reached:
    /// 30 × 2 s.
    public static let commitAttempts = 30
    public static let commitInterval: Duration = .seconds(2)
    /// One question to an agent (`command_timeout`).
    public static let agentCall: Duration = .seconds(60)
    /// Longest that one start of a step may take though its agent reports: a disk that hangs looks
    /// like one that is written.
    public static let stepLimit: Duration = .seconds(5400)
    /// Longest that a conductor works on a node in one state: what a state may last, less what it
    /// takes to write off what was not done by then.
    public static let work: Duration = ProvisionLimits.work - cleanUp * 2
    /// Longest that a machine is asked to go off after its work failed.
    public static let cleanUp: Duration = .seconds(300)
    /// Starts of one step before the work fails. A machine that lost power starts its step anew.
    public static let stepAttempts = 3
}
