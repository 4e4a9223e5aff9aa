import BareMetal
import Compute
import Hardware
import Undercloud
public import World

/// A node has one conductor: the one that the ring in force gives it to.
///
/// Conductors' terms only grow and are one conductor's each. Nobody is taken out of the ring who
/// may still act, and whoever is out of it shows no sign of life any more. Locks are taken by the
/// conductor of a node alone; its machine's controller is told what to do by that conductor, or by
/// the one that has the node locked since before the ring changed. Nobody else asks for its power.
public struct OneConductor: Checker {
    public static let name: CheckerName = "one-conductor"

    /// What of a node says whose it is.
    private struct Sight {
        let uuid: Identifier
        let driver: DriverName
        let group: ConductorGroup
        let lock: Reservation?
        let written: Instant
    }

    /// By then every conductor knows a new ring, and a look that was begun before is over.
    private static let transition: Duration = .seconds(60)

    /// Longest that whoever showed a sign of life may act, and a controller carry out what it was
    /// told last: 20 s each, less what clocks differ by.
    private static let certainValidity: Duration = .seconds(38)

    private var store = AuthoritativeStore()
    private var ring = ConductorRing.empty
    private var rings = RingArithmetic(.empty)
    /// Looked up only.
    private var beats: [HostAddress: (term: Term, at: Instant)] = [:]
    private var sights: [String: Sight] = [:]
    private var managers: [String: HostAddress] = [:]
    private var upheavals = Upheavals()
    /// The seed, and the machines of the undercloud's servers; a handful.
    private var seed: HostAddress?
    private var replicas: [String: NodeName] = [:]

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        switch observation {
        case .commit(let commit): judge(commit)
        case .entry(let entry): judge(entry)
        }
    }

    public static var seesLooks: Bool { true }

    public mutating func observe(_ look: PowerLook) -> Violation? {
        let name = look.machine.text
        if managers[name] == look.asker { return nil }
        guard let sight = sights[name],
            look.at - max(sight.written, upheavals.last) > Self.transition,
            manager(of: name) != look.asker,
            sight.lock?.isHeld(on: look.asker) != true
        else { return nil }
        return violation(
            at: look.at, name, "\(look.asker) asks for its power, and does not manage it")
    }

    /// The host that manages a node by the ring as it is, found out once.
    private mutating func manager(of name: String) -> HostAddress? {
        if let known = managers[name] { return known }
        managers[name] = sights[name].flatMap(manager(of:))?.host
        return managers[name]
    }

    // MARK: Commits

    private mutating func judge(_ commit: StoreCommit) -> Violation? {
        guard store.includes(commit) else { return nil }
        upheavals.note(commit)
        for cloud in commit.written(Cloud.self) { seed = cloud.seed }
        for server in commit.written(Server.self) where server.isUndercloud {
            replicas[server.id] = server.node
        }
        let isFreeze = commit.written(Cloud.self).contains { $0.stage == .handingOver }
        for next in commit.written(ConductorRing.self) {
            if let problem = growth(to: next) ?? (isFreeze ? nil : haste(to: next, at: commit.at)) {
                return violation(at: commit.at, "the ring", problem)
            }
            (ring, rings, managers) = (next, RingArithmetic(next), [:])
        }
        // A beat that a store's recovery brings back is none that its writer gave.
        if commit.cause != .recovery {
            for beat in commit.written(ConductorBeat.self) {
                if let problem = problem(with: beat, at: commit.at) {
                    return violation(at: commit.at, beat.host.text, problem)
                }
            }
        }
        var found: Violation?
        for node in commit.written(Node.self) {
            if let problem = look(at: node, commit.at) {
                found = found ?? violation(at: commit.at, node.id, problem)
            }
        }
        return found
    }

    private func growth(to next: ConductorRing) -> String? {
        guard next.lastTerm >= ring.lastTerm else {
            return "terms went back from \(ring.lastTerm) to \(next.lastTerm)"
        }
        if next != ring, next.epoch <= ring.epoch {
            return "it changed, and is counted as number \(next.epoch) after \(ring.epoch)"
        }
        for member in next.members where !ring.members.contains(member) {
            if let seed, seed != member.host,
                !replicas.values.contains(where: { $0.text == member.host.text })
            {
                return "\(member.host) was let in, and is no host of the undercloud"
            }
            if member.term <= ring.lastTerm {
                return "\(member.host) was given \(member.term) after \(ring.lastTerm)"
            }
            if next.members.contains(where: { $0.term == member.term && $0.host != member.host }) {
                return "\(member.host) shares \(member.term) with another"
            }
        }
        return nil
    }

    /// Whoever showed a sign of life a moment ago may still act, whatever the leader believes. Its
    /// own next life alone knows better.
    private func haste(to next: ConductorRing, at now: Instant) -> String? {
        for member in ring.members {
            if let heir = next.member(on: member.host) {
                if heir.term == member.term || heir.life > member.life { continue }
                return "\(member.host) was given \(heir.term) in the life it had \(member.term) in"
            }
            guard let beat = beats[member.host], beat.term == member.term,
                now - beat.at < Self.certainValidity
            else { continue }
            let age = (now - beat.at).shortText
            return "\(member.host) was evicted \(age) after its last sign of life"
        }
        return nil
    }

    private mutating func problem(with beat: ConductorBeat, at now: Instant) -> String? {
        guard ring.member(on: beat.host)?.term == beat.term else {
            return "it showed a sign of life in \(beat.term), which is over"
        }
        beats[beat.host] = (beat.term, now)
        return nil
    }

    /// Whose lock it is while its taker lives; who locks in a term that is over is another
    /// checker's.
    private mutating func look(at node: Node, _ now: Instant) -> String? {
        let old = sights[node.id]
        if old?.group != node.conductorGroup || old?.driver != node.driver {
            managers[node.id] = nil
        }
        sights[node.id] = Sight(
            uuid: node.uuid, driver: node.driver, group: node.conductorGroup,
            lock: node.reservation, written: now)
        guard let lock = node.reservation, lock != old?.lock, ring.isLiving(lock.term) else {
            return nil
        }
        let manager = rings.manager(
            of: node.uuid, driver: node.driver, group: node.conductorGroup)
        // A change of the node's group or driver is made by who manages it before.
        let former = old.flatMap(self.manager(of:))
        guard manager?.term != lock.term, former?.term != lock.term else { return nil }
        return "\(lock) took the lock, but \(Self.text(manager)) manages the node"
    }

    private func manager(of sight: Sight) -> ConductorMember? {
        rings.manager(of: sight.uuid, driver: sight.driver, group: sight.group)
    }

    // MARK: Commands

    private func judge(_ entry: JournalEntry) -> Violation? {
        guard let event = entry.event as? MachineEvent, let command = Self.command(event),
            let host = entry.source.split(separator: "/").first.map({ HostAddress(String($0)) })
        else { return nil }
        let sight = sights[event.machine.text]
        let manager = sight.flatMap(self.manager(of:))
        if let manager, manager.host == host { return nil }
        let own = ring.member(on: host)
        if let own, sight?.lock?.term == own.term { return nil }
        return violation(
            at: entry.at, event.machine.text,
            "\(entry.source) \(command), but \(Self.text(manager)) manages the node")
    }

    /// What a controller was told, in words; nil for what machines do by themselves.
    private static func command(_ event: MachineEvent) -> String? {
        switch event {
        case .powerCommand(_, let action): "asked for power '\(action)'"
        case .bootCommand: "chose the boot device"
        default: nil
        }
    }

    private static func text(_ member: ConductorMember?) -> String {
        member.map { "\($0.host) in \($0.term)" } ?? "nobody"
    }
}
