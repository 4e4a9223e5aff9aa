import BareMetal
import Hardware
import OrderedCollections
import Undercloud
import World

/// What a conductor leaves when it dies is soon somebody else's.
///
/// While somebody leads, a conductor that shows no sign of life leaves the ring, and one that
/// applies is let in or turned away. A lock of a term that is over is broken by whoever manages the
/// node now, as long as that conductor lives.
public struct PromptTakeover: Checker {
    public static let name: CheckerName = "prompt-takeover"

    /// Several times as long as a leader watches a silent conductor for.
    private static let ringLimit: Duration = .seconds(300)
    /// A conductor that takes over many nodes takes them one by one.
    private static let lockLimit: Duration = .seconds(240)
    /// A store that carries nothing out for longer is away.
    private static let storeSilence: Duration = .seconds(30)

    private struct Orphan {
        let manager: Term?
        let since: Instant
    }

    private var store = AuthoritativeStore()
    private var ring = ConductorRing.empty
    private var rings = RingArithmetic(.empty)
    /// When the present leader began.
    private var leaderSince = Instant.epoch
    /// When each member of the ring was last seen to live, by its term.
    private var lives: [Term: Instant] = [:]
    private var applicants = OrderedDictionary<String, Instant>()
    private var locked = OrderedDictionary<String, Node>()
    /// Nodes whose locks are of terms that are over, since when.
    private var orphans = OrderedDictionary<String, Orphan>()

    /// When a store came back, or was heard again after it had been away.
    private var storeAway = Instant.epoch
    private var lastCommit = Instant.epoch

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        guard case .commit(let commit) = observation, store.includes(commit) else { return nil }
        if commit.cause == .recovery || commit.at - lastCommit > Self.storeSilence {
            storeAway = commit.at
        }
        lastCommit = commit.at
        noteRing(commit)
        noteLocks(commit)
        if commit.touches(LeaseBeat.kind), let late = lateInRing(at: commit.at) { return late }
        for beat in commit.written(ConductorBeat.self) {
            lives[beat.term] = commit.at
            if let late = leftLocked(by: beat, at: commit.at) { return late }
        }
        return nil
    }

    // MARK: The ring

    private mutating func noteRing(_ commit: StoreCommit) {
        if commit.touches(Leadership.kind) { leaderSince = commit.at }
        for registration in commit.written(ConductorRegistration.self) {
            let isWaiting = registration.standing == .applied
            applicants[registration.id] =
                isWaiting ? applicants[registration.id] ?? commit.at : nil
        }
        guard let next = commit.written(ConductorRing.self).last else { return }
        (ring, rings) = (next, RingArithmetic(next))
        for member in next.members where lives[member.term] == nil {
            lives[member.term] = commit.at
        }
        for node in locked.values { follow(node, at: commit.at) }
    }

    private func lateInRing(at now: Instant) -> Violation? {
        func isLate(_ since: Instant) -> Bool { now - max(since, leaderSince) > Self.ringLimit }
        let silent = ring.members.first { lives[$0.term].map(isLate) ?? false }
        if let silent {
            return violation(
                at: now, silent.host.text,
                "it has shown no sign of life for \(Self.ringLimit.shortText) and more, "
                    + "and is in the ring still")
        }
        guard let applicant = applicants.first(where: { isLate($0.value) }) else { return nil }
        return violation(
            at: now, applicant.key,
            "it applied to be a conductor over \(Self.ringLimit.shortText) ago, "
                + "and was neither let in nor turned away")
    }

    // MARK: Locks

    private mutating func noteLocks(_ commit: StoreCommit) {
        for node in commit.written(Node.self) {
            locked[node.id] = node.reservation == nil ? nil : node
            follow(node, at: commit.at)
        }
    }

    private mutating func follow(_ node: Node, at now: Instant) {
        guard let lock = node.reservation, !ring.isLiving(lock.term) else {
            orphans[node.id] = nil
            return
        }
        // A node that has got another conductor is that one's to look at from then on.
        let manager = rings.manager(
            of: node.uuid, driver: node.driver, group: node.conductorGroup)?.term
        if let known = orphans[node.id], known.manager == manager { return }
        orphans[node.id] = Orphan(manager: manager, since: now)
    }

    private func leftLocked(by beat: ConductorBeat, at now: Instant) -> Violation? {
        for (name, orphan) in orphans
        where orphan.manager == beat.term
            && now - max(orphan.since, storeAway) > Self.lockLimit
        {
            return violation(
                at: now, name,
                "\(beat.host) manages it, and has left it locked in a term that is over for "
                    + "\(Self.lockLimit.shortText) and more")
        }
        return nil
    }
}
