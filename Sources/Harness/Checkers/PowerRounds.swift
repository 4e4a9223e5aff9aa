import BareMetal
import Hardware
import Plans
import Undercloud
public import World

/// Controllers are asked for their machines' power once a round.
///
/// Every node at rest is looked at, in whatever state it rests, and no oftener. A difference
/// between record and machine that a look shows is acted upon before the next look. A node whose
/// looks fail, or differ though the difference was put right, is set aside after so many, and
/// looked at more rarely from then on.
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
    /// Looks in a row after which a node is set aside (`power_state_sync_max_retries`): at the last
    /// of them where it failed, at the one after them where it differs.
    static let failures = 3
    /// Between two looks at a node that is set aside for its power
    /// (`power_failure_recovery_interval`, five minutes), by clocks a tenth apart.
    static let recovery: Duration = .seconds(240)

    /// A node as it was last written and looked at.
    private struct Sight {
        var group: ConductorGroup
        var isDue = false
        /// Whether it is set aside for its power.
        var isAside = false
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
        /// How many of them there were when it was to be set aside.
        var excess: Int?
        var hasty = 0
        /// Whether the last look differed from the record.
        var differs = false

        /// A new look is not in a row with those before.
        mutating func forget() {
            looked = nil
            (failures, excess, hasty, differs) = (0, nil, 0, false)
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
        for change in commit.changes(of: Node.kind) {
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
        sight.isAside = node.maintenance?.fault == .powerFailure && node.reservation == nil
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
        lock?.isFor(.powerSync) ?? false
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
        guard var sight = sights[name], sight.isDue || sight.isAside, look.began >= sight.written
        else { return nil }
        if sight.epoch != epoch {
            sight.forget()
            sight.epoch = epoch
        }
        let problem = sight.isDue ? judge(look, &sight) : haste(of: look, at: sight)
        (sight.base, sight.looked) = (look.at, look.at)
        sights[name] = sight
        return problem.map { violation(at: look.at, name, $0) }
    }

    private func haste(of look: PowerLook, at sight: Sight) -> String? {
        guard let last = sight.looked, look.at - last < Self.recovery else { return nil }
        return "it is set aside, and its controller is asked for its power again after "
            + (look.at - last).shortText
    }

    private func judge(_ look: PowerLook, _ sight: inout Sight) -> String? {
        let differs = look.told.flatMap { told in sight.recorded.map { $0 != told } } ?? false
        let wasSeen = sight.differs
        // A conductor that does not know the new ring yet leaves what it sees to the next round.
        sight.differs = differs && look.at - lastRing > Self.transition
        if let excess = sight.excess {
            return "its power could not be read or was not as recorded \(excess) rounds in a row,"
                + " and it is not set aside"
        }
        sight.failures = differs || look.told == nil ? sight.failures + 1 : 0
        if sight.failures >= (differs ? Self.failures + 1 : Self.failures) {
            sight.excess = sight.failures
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
