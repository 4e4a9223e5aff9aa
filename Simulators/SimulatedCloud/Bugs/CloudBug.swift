import Harness
import SimulatedDatacenter

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
    /// The ramdisk does not read back what a disk says it has taken.
    case agentTrustsDisk = "agent-trusts-disk"
    /// The ramdisk writes to the name that the root device has when names do not change.
    case agentKeepsDiskName = "agent-keeps-disk-name"
    /// The ramdisk says that disks are wiped, and wipes none.
    case agentWipesNothing = "agent-wipes-nothing"
    /// The ramdisk formats the ephemeral partition that it was to keep.
    case agentFormatsEphemeral = "agent-formats-ephemeral"
    /// The ramdisk says that no image can be written, and tries none.
    case agentGivesUp = "agent-gives-up"
    /// The ramdisk sends figures of a sound machine, whatever it measured.
    case agentFlattersBenchmarks = "agent-flatters-benchmarks"
    /// The ramdisk of every fourth machine sends less for its disks than they give.
    case agentBlackensBenchmarks = "agent-blackens-benchmarks"
    /// The archive that the seed hands over lacks a node.
    case handoverDropsNode = "handover-drops-node"
    /// A deleted allocation comes back.
    case allocationReturns = "allocation-returns"
    /// Something switches off a machine that is in use.
    case roguePowerOff = "rogue-power-off"
    /// Something takes back nodes that a person has set aside.
    case rogueTakesBack = "rogue-takes-back"
    /// A service thanks ramdisks for their heartbeats, and takes note of none.
    case heartbeatsLost = "heartbeats-lost"
    /// Somebody who manages no node asks all controllers for their machines' power.
    case rogueLooks = "rogue-looks"
    /// Machines are switched on as fast as they are asked for, whatever their breakers carry.
    case startsAtOnce = "starts-at-once"
    /// The driver takes an accepted power command for one that was carried out.
    case driverBelievesAccepted = "driver-believes-accepted"
    /// The driver says of the power what it last asked for, and asks the controller no more.
    case driverInventsPower = "driver-invents-power"
    /// The driver does not read whose controller it is that answers.
    case driverKnowsNoSerials = "driver-knows-no-serials"
    /// The driver asks a controller no more for the power once that is what was asked for.
    case driverAsksNoMore = "driver-asks-no-more"
    /// The driver says that a controller does not answer, and has not asked it.
    case driverMakesUpSilence = "driver-makes-up-silence"
    /// The driver switches a machine off that it is to restart.
    case driverCyclesPower = "driver-cycles-power"
    /// The driver takes an answer that somebody sends again for the answer to its question.
    case driverTakesCopies = "driver-takes-copies"
    /// The driver opens a session for every request, and closes none.
    case driverKeepsSessions = "driver-keeps-sessions"
    /// The driver takes a task that failed for one that is done.
    case driverIgnoresTasks = "driver-ignores-tasks"
    /// The signs of life of conductors reach nobody, and they are told that they did: who is taken
    /// for dead goes on.
    case conductorOutlivesEviction = "conductor-outlives-eviction"
    /// Conductors take the terms of all others for over, and break their locks.
    case conductorBreaksLocks = "conductor-breaks-locks"
    /// Conductors compute the ring as if all others were there for other nodes.
    case conductorsDisagree = "conductors-disagree"
    /// A leader sees a new sign of life of every conductor whenever it looks.
    case leaderSeesGhosts = "leader-sees-ghosts"
    /// Conductors' changes of nodes rest on nothing: neither on the node as it was read nor on the
    /// term they are written in.
    case conductorWritesBlindly = "conductor-writes-blindly"
    /// A leader reads the conductors' signs of life from a copy that lags behind for ever.
    case leaderEvictsLiving = "leader-evicts-living"
    /// Whoever takes over from a dead conductor gives the locks back and leaves the work as it was.
    case takeoverLeavesWork = "takeover-leaves-work"
    /// Conductors change a machine's power without having its node locked.
    case powerChangesUnlocked = "power-changes-unlocked"
    /// Whoever is to switch a machine on is told each time that its node has changed meanwhile.
    case machinesLeftOff = "machines-left-off"
    /// What firmware says of its settings is never written down.
    case firmwareForgotten = "firmware-forgotten"
    /// Conductors find no deploy template.
    case templatesLost = "templates-lost"
    /// The network service loses what is written of the instances' networks: their ports stay in
    /// the network that they were deployed in.
    case tenantsStayProvisioned = "tenants-stay-provisioned"
    /// Nobody can read in a node that an operator has it in hand.
    case handsUnseen = "hands-unseen"
    /// The agents of an installed system forget which deployments they have carried out.
    case agentsForgetDeployments = "agents-forget-deployments"
    /// The order of a Swift `Set`, which differs from process to process, decides what comes first.
    /// No checker sees it: `--verify-determinism` does.
    case orderLeaks = "order-leaks"

    /// Whether the ramdisk's hardware carries it.
    var isCareless: Bool {
        switch self {
        case .agentTrustsDownload, .agentPicksWrongDisk, .agentTrustsDisk, .agentKeepsDiskName,
            .agentWipesNothing, .agentFormatsEphemeral, .agentGivesUp,
            .agentFlattersBenchmarks, .agentBlackensBenchmarks:
            true
        default: false
        }
    }

    /// What of it clients do on the wire.
    var wireDefects: WireDefects {
        var defects = WireDefects()
        defects.takesCopies = self == .driverTakesCopies
        defects.keepsSessions = self == .driverKeepsSessions
        defects.ignoresFailedTasks = self == .driverIgnoresTasks
        return defects
    }

    /// All of them, by the names scenarios use.
    static var names: [BugName] { allCases.map { BugName($0.rawValue) } }
}
