import BareMetal
import Compute
import Hardware
import Plans
import Undercloud
import World

/// A machine with a part that gives less than it should gets no server once it was measured, and
/// sound machines are kept out of the pool no oftener than the stated rate lets them be.
///
/// What a machine gives is told by the machine itself while it is measured; what its ramdisk or
/// anybody else says of it is not relied on. A few machines cannot tell which of them is sick, and
/// many that are sick together are what is usual, so that only a fleet of some size with few sick
/// ones is held to the rule.
public struct SickKeptAway: Checker {
    public static let name: CheckerName = "sick-kept-away"

    /// Machines of a fleet below which nobody can be sure who is sick.
    static let fleet = 8
    /// The part of a fleet that may be sick for the others to be what is usual.
    static let mostSick = 0.25
    /// Sound machines that may be called unfit whatever the rate: chance is no bug.
    static let leastMistakes = 2
    /// How many times the stated rate is too much to be chance.
    static let allowance = 3.0

    private var store = AuthoritativeStore()
    /// Of the introspection that is under way or was the last; all of these are looked up only.
    private var measured: [String: [String]] = [:]
    /// As far as a store has the introspection's result.
    private var taken: [String: [String]] = [:]
    private var unfit: Set<String> = []
    private var accepted: Set<String> = []
    private var homes: [String: String] = [:]
    private var sickTaken = 0
    private var rate: Double?

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        switch observation {
        case .entry(let entry):
            if case .measured(let machine, let slow)? = entry.event as? MachineEvent {
                measured[machine.text] = slow
            }
            return nil
        case .commit(let commit): return store.includes(commit) ? judge(commit) : nil
        }
    }

    private mutating func judge(_ commit: StoreCommit) -> Violation? {
        for cloud in commit.written(Cloud.self) {
            let plan = cloud.plan.undercloud.introspection
            // The reference's method names nobody in a group that is far apart.
            rate = plan?.method == .robust ? plan?.falseDiscoveryRate.value : nil
        }
        guard let rate, rate > 0 else { return nil }
        for change in commit.changes(of: IntrospectionData.kind) where !change.isDeletion {
            take(change.key.id)
        }
        var found: Violation?
        for node in commit.written(Node.self) {
            found = found ?? note(node, rate: rate, at: commit.at)
        }
        for server in commit.written(Server.self) {
            found = found ?? place(server, at: commit.at)
        }
        return found
    }

    private mutating func take(_ machine: String) {
        guard let slow = measured[machine] else { return }
        let old = taken.updateValue(slow, forKey: machine)
        sickTaken += (slow.isEmpty ? 0 : 1) - (old?.isEmpty == false ? 1 : 0)
    }

    private mutating func note(_ node: Node, rate: Double, at time: Instant) -> Violation? {
        let isUnfit = node.fitness != nil
        if node.fitness?.ruling == .accepted {
            accepted.insert(node.id)
        } else {
            accepted.remove(node.id)
        }
        guard isUnfit != unfit.contains(node.id) else { return nil }
        guard isUnfit else {
            unfit.remove(node.id)
            return nil
        }
        unfit.insert(node.id)
        let sound = unfit.count { taken[$0]?.isEmpty == true }
        let allowed = max(Double(Self.leastMistakes), Self.allowance * rate * Double(unfit.count))
        guard taken[node.id]?.isEmpty == true, Double(sound) > allowed else { return nil }
        return violation(
            at: time, node.id,
            "it is sound and called unfit, as are \(sound) of \(unfit.count) machines "
                + "that are called so: \(node.fitness?.reason ?? "")")
    }

    private mutating func place(_ server: Server, at time: Instant) -> Violation? {
        let old = homes[server.id]
        homes[server.id] = server.node?.text
        guard let machine = server.node?.text, machine != old, server.state == .deploying,
            let slow = taken[machine], !slow.isEmpty, !accepted.contains(machine),
            taken.count >= Self.fleet,
            Double(sickTaken) <= Self.mostSick * Double(taken.count)
        else { return nil }
        return violation(
            at: time, server.id,
            "it is placed on \(machine), whose \(slow.joined(separator: " and ")) gave less than "
                + "sound ones when it was measured")
    }
}
