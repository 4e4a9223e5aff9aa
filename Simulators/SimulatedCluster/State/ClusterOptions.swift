/// What a cluster is told to do as a whole; the defaults are Pacemaker 2.1's.
public struct ClusterOptions: Sendable, Hashable {
    /// What a partition without quorum does with its resources.
    public enum NoQuorumPolicy: String, Sendable, Hashable, CaseIterable {
        case stop, freeze, ignore, demote, suicide
    }

    public enum FencingAction: String, Sendable, Hashable, CaseIterable {
        case reboot, off
    }

    public enum PlacementStrategy: String, Sendable, Hashable, CaseIterable {
        case `default`, utilization, minimal, balanced
    }

    /// How attributes whose names begin with `#health` count.
    public enum HealthStrategy: String, Sendable, Hashable, CaseIterable {
        case none, migrateOnRed = "migrate-on-red", onlyGreen = "only-green", progressive, custom
    }

    public var isFencingEnabled = true
    /// A watchdog on every node counts as a fencing device.
    public var hasWatchdog = false
    public var fencingAction = FencingAction.reboot
    public var fencesUnseenNodes = true
    public var isFencingConcurrent = true
    /// How much longer nodes with less at stake wait for their fencing, so that the others win.
    public var priorityFencingDelay = Duration.zero
    public var noQuorumPolicy = NoQuorumPolicy.stop
    public var isSymmetric = true
    public var isInMaintenance = false
    public var stopsAllResources = false
    public var stopsOrphans = true
    public var isStartFailureFatal = true
    public var probesAtStart = true
    public var placement = PlacementStrategy.default
    public var health = HealthStrategy.none
    public var healthBase = Score.zero
    public var redHealth = Score.minusInfinity
    public var yellowHealth = Score.zero
    public var greenHealth = Score.zero

    public init() {}
}
