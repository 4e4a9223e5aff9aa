import BareMetal
import Hardware
import Plans
import Undercloud
public import World

/// Controllers are asked for their machines' power once a round.
///
/// Every node at rest is looked at, in whatever state it rests, and no oftener. A difference
/// between record and machine that a look shows is acted upon before the next look, and a node
/// whose looks fail or differ all the time is set aside.
public struct PowerRounds: Checker {
    public static let name: CheckerName = "power-rounds"

    /// Between two rounds (`sync_power_state_interval`), and what a round may be late by, with
    /// clocks that differ by a tenth. Numbers of its own.
    static let interval: Duration = .seconds(60)
    static let lateness: Duration = .seconds(45)
    /// Looks at one node that are closer than this come too often.
    static let shortest: Duration = .seconds(40)
    static let haste = 3
    /// A round asks many controllers at a time (`sync_power_state_workers`): what each adds to it,
    /// and what one adds that does not answer, or takes its time (20 s among eight).
    static let timePerMachine: Duration = .milliseconds(150)
    static let timePerSilence: Duration = .milliseconds(2500)
    /// What a round takes longer that switches machines.
    static let switching: Duration = .seconds(180)
    /// Longest that a look takes where nothing is wrong.
    static let usualLook: Duration = .seconds(2)
    /// By then every conductor knows a new ring.
    static let transition: Duration = .seconds(60)
    /// A conductor that has shown no sign of life for so long may be gone.
    static let silence: Duration = .seconds(12)
    /// Rounds after which a node is set aside (`power_state_sync_max_retries`), the one in which
    /// that happens, and one that may be lost to somebody else's work.
    static let failures = 5

    /// A node as it was last written and looked at.
    private struct Sight {
        var group: ConductorGroup
        var isDue = false
        /// Whether power synchronization has it locked, or had when it was written last.
        var isSynchronized = false
        var recorded: PowerState?
        var written: Instant
        /// When it was last looked at, or began to be one to look at.
        var base: Instant
        /// By which ring the rest was seen.
        var epoch = 0
        /// When it was last looked at with nothing written since.
        var looked: Instant?
        /// Looks in a row that failed or differed, and that came too soon.
        var failures = 0
        var hasty = 0
        /// Whether the last look differed from the record.
        var differs = false

        /// A new look is not in a row with those before.
        mutating func forget() {
            looked = nil
            (failures, hasty, differs) = (0, 0, false)
        }
    }

    private struct Due {
        let node: String
        let base: Instant
    }

    private var store = AuthoritativeStore()
    private var upheavals = Upheavals(.count)
    private var epoch = 0
    private var lastRing = Instant.epoch
    private var policy = PowerSyncPolicy.recordFollows
    /// Of the ring's members, when each last showed a sign of life.
    private var beats: [HostAddress: Instant] = [:]
    private var scopes: [ConductorScope] = []
    /// Looked up only.
    private var sights: [String: Sight] = [:]
    private var slow: Set<String> = []
    private var dues = StayQueue<Due>()

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        guard case .commit(let commit) = observation, store.includes(commit) else { return nil }
        upheavals.note(commit)
        for cloud in commit.written(Cloud.self) { policy = cloud.plan.undercloud.powerSync }
        if let next = commit.written(ConductorRing.self).last { follow(next, at: commit.at) }
        for beat in commit.written(ConductorBeat.self) where beats[beat.host] != nil {
            beats[beat.host] = commit.at
        }
        for change in commit.changes where change.key.kind == Node.kind {
            guard let node = change.written(Node.self) else {
                sights[change.key.id] = nil
                continue
            }
            note(node, at: commit.at)
        }
        return overdue(at: commit.at)
    }

    // MARK: Records

    private mutating func follow(_ ring: ConductorRing, at now: Instant) {
        (epoch, lastRing, scopes) = (ring.epoch, now, ring.members.map(\.scope))
        beats = Dictionary(uniqueKeysWithValues: ring.members.map { ($0.host, now) })
    }

    private mutating func note(_ node: Node, at now: Instant) {
        var sight = sights[node.id] ?? Sight(group: node.conductorGroup, written: now, base: now)
        let wasDue = sight.isDue
        let isSynchronized = Self.isSynchronized(node.reservation)
        if !isSynchronized && !sight.isSynchronized || node.maintenance != nil { sight.forget() }
        (sight.isSynchronized, sight.group) = (isSynchronized, node.conductorGroup)
        sight.isDue = Self.isDue(node)
        (sight.written, sight.base, sight.looked) = (now, now, nil)
        (sight.recorded, sight.differs) = (node.powerState, false)
        sights[node.id] = sight
        if sight.isDue, !wasDue { dues.append(Due(node: node.id, base: now)) }
    }

    /// Whether there is a conductor for a group's nodes at all.
    private func isManaged(_ group: ConductorGroup) -> Bool {
        scopes.contains { $0 == .group(group) || $0 == .leftovers }
    }

    private static func isSynchronized(_ lock: Reservation?) -> Bool {
        guard let holder = lock?.holder, let slash = holder.utf8.firstIndex(of: UInt8(ascii: "/"))
        else { return false }
        return holder[slash...].hasPrefix("/power-sync#")
    }

    private static func isDue(_ node: Node) -> Bool {
        node.maintenance == nil && node.reservation == nil && node.targetPower == nil
            && !node.provisionState.isTransient
            && ![.enroll, .adoptFailed].contains(node.provisionState)
    }

    // MARK: Looks

    public static var seesLooks: Bool { true }

    public mutating func observe(_ look: PowerLook) -> Violation? {
        let name = look.machine.text
        if look.told == nil || look.at - look.began > Self.usualLook {
            slow.insert(name)
        } else if !slow.isEmpty {
            slow.remove(name)
        }
        guard var sight = sights[name], sight.isDue, look.began >= sight.written else {
            return nil
        }
        if sight.epoch != epoch {
            sight.forget()
            sight.epoch = epoch
        }
        let problem = judge(look, &sight)
        (sight.base, sight.looked) = (look.at, look.at)
        sights[name] = sight
        return problem.map { violation(at: look.at, name, $0) }
    }

    private func judge(_ look: PowerLook, _ sight: inout Sight) -> String? {
        let differs = look.told.flatMap { told in sight.recorded.map { $0 != told } } ?? false
        let wasSeen = sight.differs
        // A conductor that does not know the new ring yet leaves what it sees to the next round.
        sight.differs = differs && look.at - lastRing > Self.transition
        sight.failures = differs || look.told == nil ? sight.failures + 1 : 0
        guard sight.failures <= Self.failures else {
            return "its power could not be read or was not as recorded \(sight.failures) rounds in"
                + " a row, and it is not set aside"
        }
        guard let last = sight.looked else { return nil }
        if differs, wasSeen {
            return "its power was seen not to be as recorded, and neither was changed by the next"
                + " round"
        }
        sight.hasty = look.at - last < Self.shortest ? sight.hasty + 1 : 0
        return sight.hasty < Self.haste
            ? nil : "its controller is asked for its power all the time"
    }

    // MARK: Rounds

    private mutating func overdue(at now: Instant) -> Violation? {
        let limit =
            Self.interval + Self.lateness + Self.timePerMachine * sights.count
            + Self.timePerSilence * slow.count
            + (policy == .machineFollows ? Self.switching : .zero)
        while let due = dues.first, now - due.base > limit {
            dues.removeFirst()
            guard let sight = sights[due.node], sight.isDue else { continue }
            let since = max(sight.base, upheavals.last)
            guard since <= due.base || now - since > limit else {
                dues.append(Due(node: due.node, base: since))
                continue
            }
            // Where a conductor may be gone, its nodes wait until another has them.
            guard beats.values.allSatisfy({ now - $0 < Self.silence }), isManaged(sight.group)
            else {
                dues.append(Due(node: due.node, base: now))
                continue
            }
            return violation(
                at: now, due.node,
                "nobody has asked for its power for \((now - since).shortText)")
        }
        return nil
    }
}
