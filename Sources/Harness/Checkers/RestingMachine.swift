import BareMetal
import Hardware
import Undercloud
import World

/// Nothing is left behind on a machine that nobody works on: it is not offered anything to start
/// over the network, and one that goes into the pool, or whose deployment, inspection or rescue
/// failed, or whose ramdisk was given up, is off. One that is in use runs no ramdisk, and gives its
/// instance up only when it is off.
///
/// A machine that may not be switched off runs no ramdisk, where another is off.
///
/// An offer that stays turns the next restart of an instance, for whatever reason, into a start of
/// the ramdisk. A ramdisk that stays obeys whoever asks it.
public struct RestingMachine: Checker {
    public static let name: CheckerName = "resting-machine"

    /// What the provisioning network's boot configurations are kept as, by address.
    private static let offer: DocumentKind = "pxe-configuration"

    private var store = AuthoritativeStore()
    /// All of these are looked up only.
    private var offered: Set<String> = []
    private var sights: [String: Sight] = [:]
    private var upheavals = Upheavals(.count)
    private var powered: Set<String> = []
    private var runsRamdisk: Set<String> = []
    /// Nodes that have an instance.
    private var owned: Set<String> = []
    /// Nodes that are cleared away after an abort.
    private var clearing: Set<String> = []
    private var faults = FaultsInForce()

    /// A controller that was in trouble this short a time ago may not have been reached.
    private static let calm: Duration = .seconds(600)

    /// What machines are switched off after that failed; a machine that failed to clean is left for
    /// somebody to look into, and one that carries an instance is not ours to switch off.
    private static let switchedOff: [ProvisionState] = [
        .inspecting, .inspectWait, .cleanWait, .deploying, .deployWait, .rescuing, .rescueWait,
        .serviceWait,
    ]

    /// A node as it was last written.
    private struct Sight {
        let state: ProvisionState
        let lock: Reservation?
        let isToAbort: Bool

        init(_ node: Node) {
            (state, lock) = (node.provisionState, node.reservation)
            isToAbort = node.step?.isToAbort ?? false
        }
    }

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        switch observation {
        case .commit(let commit):
            guard store.includes(commit) else { return nil }
            return judge(commit)
        case .entry(let entry):
            faults.note(entry)
            if let event = entry.event as? MachineEvent { note(event) }
            return nil
        }
    }

    private mutating func note(_ event: MachineEvent) {
        switch event {
        case .power(let machine, .on): powered.insert(machine.text)
        case .power(let machine, .off):
            powered.remove(machine.text)
            runsRamdisk.remove(machine.text)
        case .bootedRamdisk(let machine, _, _): runsRamdisk.insert(machine.text)
        case .bootedDisk(let machine, _, _, _): runsRamdisk.remove(machine.text)
        default: break
        }
    }

    private mutating func judge(_ commit: StoreCommit) -> Violation? {
        upheavals.note(commit)
        for change in commit.changes(of: Self.offer) {
            if change.isDeletion {
                offered.remove(change.key.id)
            } else {
                offered.insert(change.key.id)
            }
        }
        var found: Violation?
        for node in commit.written(Node.self) {
            let old = sights.updateValue(Sight(node), forKey: node.id)
            let problem =
                loss(of: node, commit.at) ?? remains(on: node, commit.at)
                ?? old.flatMap {
                    $0.state == node.provisionState
                        ? nil : self.problem(with: node, after: $0, commit.at)
                }
            if let problem { found = found ?? violation(at: commit.at, node.id, problem) }
        }
        return found
    }

    /// What ran on a machine may go on for as long as it is on, though a successor runs elsewhere.
    private mutating func loss(of node: Node, _ now: Instant) -> String? {
        guard node.instance == nil else {
            owned.insert(node.id)
            return nil
        }
        guard owned.remove(node.id) != nil, node.offSwitch == .usable, powered.contains(node.id),
            isCalm(node.id, now)
        else { return nil }
        return "it gave its instance up while its machine was on"
    }

    /// A node in use gets its instance back; any other is off once its abort is done.
    private mutating func remains(on node: Node, _ now: Instant) -> String? {
        guard node.intent?.verb != .abort else {
            if node.provisionState != .serviceFailed { clearing.insert(node.id) }
            return nil
        }
        guard clearing.remove(node.id) != nil, node.provisionState.phase == .failed,
            isLeftRunning(node), isCalm(node.id, now)
        else { return nil }
        return "it was aborted, and its machine was left on"
    }

    private func isLeftRunning(_ node: Node) -> Bool {
        switch node.offSwitch {
        case .usable: powered.contains(node.id)
        case .disabled: runsRamdisk.contains(node.id)
        }
    }

    private func isCalm(_ node: String, _ now: Instant) -> Bool {
        faults.quietSince(node).map { now - $0 > Self.calm } ?? false
    }

    private func problem(
        with node: Node, after old: Sight, _ now: Instant
    ) -> String? {
        // Work that is held keeps its ramdisk.
        guard !node.provisionState.isTransient, node.provisionState.phase != .held else {
            return nil
        }
        if let address = node.addresses.first(where: { offered.contains($0.description) }) {
            return "it is '\(node.provisionState)', and \(address) may still start from the network"
        }
        if node.provisionState == .available, isLeftRunning(node) {
            return "it went into the pool while it was on"
        }
        guard powered.contains(node.id) else { return nil }
        guard isCalm(node.id, now) else { return nil }
        if node.provisionState == .active, runsRamdisk.contains(node.id) {
            return "it is in use, and its machine runs a ramdisk"
        }
        guard node.provisionState.phase == .failed, node.offSwitch == .usable,
            Self.switchedOff.contains(old.state), !isLeft(node, by: old, now)
        else { return nil }
        return "its work failed, and its machine was left on"
    }

    /// Work that was found without its conductor, or whose store was away, and work that an
    /// operator has ended, which is cleared away afterwards.
    private func isLeft(_ node: Node, by old: Sight, _ now: Instant) -> Bool {
        old.lock?.isFor(.takeover) == true || now - upheavals.last <= Self.calm
            || old.isToAbort || node.intent?.verb == .abort
    }
}
