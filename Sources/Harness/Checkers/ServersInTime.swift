import BareMetal
import Compute
import Hardware
import OrderedCollections
import Plans
import Undercloud
import World

/// A server is waited for as long as it is to be, and no longer.
///
/// A deployed machine has half an hour to its system's first word. One whose system has stopped is
/// switched on after five minutes if it is off, and taken from its server after a quarter of an
/// hour, unless so many are silent that it must be the network.
public struct ServersInTime: Checker {
    public static let name: CheckerName = "servers-in-time"

    /// Numbers of its own: to the first word, to the switching on, and to the end.
    static let start: Duration = .seconds(1800)
    static let switchOn: Duration = .seconds(300)
    static let silence: Duration = .seconds(900)
    /// Two looks at the whole, a round of power synchronization, and clocks that differ.
    static let lateness: Duration = .seconds(420)
    /// The same once the machine is known to be off.
    static let switchingLate: Duration = .seconds(180)
    /// Longest between two words of a system that runs, and what clocks differ by.
    static let earliness: Duration = .seconds(150)
    /// How long a fault that is over still explains what is late.
    static let calm: Duration = .seconds(3600)
    static let leastLosses = 2

    private struct Sight {
        var server: ServerName
        var state: ServerState
        /// Since when it is in that state.
        var since: Instant
    }

    /// A node as it was last written.
    private struct Home {
        let state: ProvisionState
        let isIdle: Bool
        let isSetAside: Bool
        let recorded: PowerState?
        let target: PowerState?
        let written: Instant
    }

    private var store = AuthoritativeStore()
    private var upheavals = Upheavals()
    private var faults = FaultsInForce()
    private var lastShared = Instant.epoch
    /// By machine, as all that follow; these are looked up only.
    private var servers: [String: Sight] = [:]
    private var places: [ServerName: String] = [:]
    private var homes: [String: Home] = [:]
    private var running: [String: Instant] = [:]
    private var asked: Set<String> = []
    /// When something other than its power was last wrong with a machine.
    private var disturbed: [String: Instant] = [:]
    /// Machines whose systems ran and have stopped, since when, and whether they are off.
    private var stopped = OrderedDictionary<String, Instant>()
    private var off: [String: Instant] = [:]
    private var starting = StayQueue<(machine: String, since: Instant)>()
    private var lost: Set<ServerName> = []

    private static let powerFaults: [HardwareFault] = [.powerLoss, .supplyDead]

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        switch observation {
        case .entry(let entry):
            note(entry)
            return nil
        case .commit(let commit): return judge(commit)
        }
    }

    // MARK: Machines

    private mutating func note(_ entry: JournalEntry) {
        faults.note(entry)
        if case SiteEvent.fault = entry.event { lastShared = entry.at }
        if case OperatorEvent.powerAsked(let node, _) = entry.event { asked.insert(node.text) }
        guard let event = entry.event as? MachineEvent else { return }
        let machine = event.machine.text
        switch event {
        case .power(_, .off):
            off[machine] = entry.at
            stop(machine, at: entry.at)
        case .power(_, .on):
            off[machine] = nil
            stop(machine, at: entry.at)
        case .bootedDisk(_, _, _, .whole):
            running[machine] = entry.at
            stopped[machine] = nil
        case .bootedDisk, .bootedRamdisk, .bootFailed, .crashed: stop(machine, at: entry.at)
        case .fault(_, .osHangs, .began):
            disturbed[machine] = entry.at
            stop(machine, at: entry.at)
        case .fault(_, let fault, _) where !Self.powerFaults.contains(fault):
            disturbed[machine] = entry.at
        default: break
        }
    }

    private mutating func stop(_ machine: String, at now: Instant) {
        guard running.removeValue(forKey: machine) != nil else { return }
        stopped[machine] = now
    }

    // MARK: Records

    private mutating func judge(_ commit: StoreCommit) -> Violation? {
        guard store.includes(commit) else { return nil }
        upheavals.note(commit)
        var found: Violation?
        for server in commit.written(Server.self) {
            if let problem = follow(server, at: commit.at), commit.cause != .recovery {
                found = found ?? violation(at: commit.at, server.id, problem)
            }
        }
        for change in commit.changes(of: Node.kind) {
            guard let node = change.written(Node.self) else {
                homes[change.key.id] = nil
                continue
            }
            if let problem = follow(node, at: commit.at), commit.cause != .recovery {
                found = found ?? violation(at: commit.at, node.id, problem)
            }
        }
        guard found == nil, commit.touches(LeaseBeat.kind) else { return found }
        return overdue(at: commit.at)
    }

    private mutating func follow(_ server: Server, at now: Instant) -> String? {
        if server.state == .evicting || (server.state != .active && !server.failedOn.isEmpty) {
            lost.insert(server.name)
        } else {
            lost.remove(server.name)
        }
        let old = places[server.name].flatMap { servers[$0] }
        if let place = places[server.name], place != server.node?.text {
            servers[place] = nil
            places[server.name] = nil
        }
        guard let machine = server.node?.text else { return nil }
        places[server.name] = machine
        let isSame = old?.state == server.state
        servers[machine] = Sight(
            server: server.name, state: server.state, since: isSame ? old?.since ?? now : now)
        if !isSame, server.state == .starting { starting.append((machine, now)) }
        guard let old, old.state == .starting, server.state == .evicting,
            server.lastError?.hasPrefix("no word from its system") == true,
            now - old.since < Self.start - Self.earliness
        else { return nil }
        return "it was given up \((now - old.since).shortText) after it was deployed"
    }

    private mutating func follow(_ node: Node, at now: Instant) -> String? {
        let old = homes[node.id]
        homes[node.id] = Home(
            state: node.provisionState, isIdle: node.reservation == nil,
            isSetAside: node.maintenance != nil, recorded: node.powerState,
            target: node.targetPower, written: now)
        guard node.targetPower == .on, old?.target == nil, node.provisionState == .active,
            servers[node.id]?.state == .active, !asked.contains(node.id),
            let since = stopped[node.id], isUndisturbed(node.id, at: now),
            now - since < Self.switchOn - Self.earliness
        else { return nil }
        return "its machine is switched on \((now - since).shortText) after its system stopped"
    }

    /// Whether nothing but its power kept a machine from being heard.
    private func isUndisturbed(_ machine: String, at now: Instant) -> Bool {
        now - lastShared > Self.calm
            && disturbed[machine].map { now - $0 > Self.calm } ?? true
    }

    // MARK: Time

    private mutating func overdue(at now: Instant) -> Violation? {
        while let first = starting.first, now - first.since > Self.start + Self.lateness {
            starting.removeFirst()
            guard let sight = servers[first.machine], sight.state == .starting,
                sight.since <= first.since
            else { continue }
            guard now - upheavals.last > Self.start + Self.lateness else {
                starting.append((first.machine, max(sight.since, upheavals.last)))
                continue
            }
            return violation(
                at: now, sight.server.text, "nothing is heard of it, and it is still waited for")
        }
        return silent(at: now)
    }

    private func silent(at now: Instant) -> Violation? {
        guard !stopped.isEmpty else { return nil }
        for (machine, since) in stopped {
            guard let sight = servers[machine], sight.state == .active,
                let home = homes[machine], home.state == .active
            else { continue }
            let base = max(since, home.written, sight.since, upheavals.last)
            if let problem = problem(with: machine, home, now - base, at: now) {
                return violation(at: now, machine, problem)
            }
        }
        return nil
    }

    private func problem(
        with machine: String, _ home: Home, _ silence: Duration, at now: Instant
    ) -> String? {
        if silence > Self.switchOn + Self.switchingLate, home.isIdle, !home.isSetAside,
            home.recorded == .off, let went = off[machine], now - went > Self.switchOn,
            let quiet = faults.quietSince(machine), now - quiet > Self.switchOn + Self.switchingLate
        {
            return "its machine is off, and nobody switches it on"
        }
        guard silence > Self.silence + Self.lateness, !isCrowded else { return nil }
        return "its system has been silent for \(silence.shortText), and it is not taken from it"
    }

    /// Whether more are silent, or lost, than are taken for lost at a time.
    private var isCrowded: Bool {
        let silent = stopped.keys.filter { servers[$0]?.state == .active }.count
        return silent + lost.count > max(Self.leastLosses, places.count / 10)
    }
}
