import Harness

/// A bug planted at a seam, for scenarios that show that a checker can fail. What carries it stands
/// between the services and their world; the services themselves have none of it.
enum CloudBug: String, CaseIterable {
    /// A replica reads the leader's beat from a copy that lags behind for ever.
    case replicaReadsStale = "replica-reads-stale"
    /// The store promises durability that it does not have.
    case storeLosesCommits = "store-loses-commits"
    /// The ramdisk says that what it wrote is what was asked for, without having looked.
    case agentTrustsDownload = "agent-trusts-download"
    /// The ramdisk writes to the first disk it finds that is not the root device.
    case agentPicksWrongDisk = "agent-picks-wrong-disk"
    /// The archive that the seed hands over lacks a node.
    case handoverDropsNode = "handover-drops-node"
    /// Something switches off a machine that is in use.
    case roguePowerOff = "rogue-power-off"
    /// Machines are switched on as fast as they are asked for, whatever their breakers carry.
    case startsAtOnce = "starts-at-once"
    /// The order of a Swift `Set`, which differs from process to process, decides what comes first.
    /// No checker sees it: `--verify-determinism` does.
    case orderLeaks = "order-leaks"

    /// All of them, by the names scenarios use.
    static var names: [BugName] { allCases.map { BugName($0.rawValue) } }
}
