import BareMetal
import Compute
import Hardware
import Undercloud
import World

/// A server that runs is taken from its machine only if something was wrong with it.
///
/// Nothing was wrong with a machine that has run the right image for long, while neither its link
/// nor an undercloud host failed, which may have been what kept it from being heard. One that
/// stopped is given its time: it may only be starting anew.
public struct HealthyKept: Checker {
    public static let name: CheckerName = "healthy-kept"

    /// How long a machine may be silent before it is taken for dead.
    static let silence: Duration = .seconds(900)
    /// How long a fault that is over still explains a silence.
    static let aftermath: Duration = .seconds(960)

    /// Longest between two words of a system that runs: nobody can tell sooner that it stopped.
    static let wordInterval: Duration = .seconds(90)

    /// Faults that keep a machine from being heard though it runs.
    private static let silencing: [HardwareFault] = [.linkLoss, .wrongVLAN, .packetLoss]

    /// What a node in use is in while an operator works on it.
    private static let operations: [ProvisionState] = [
        .rescuing, .rescueWait, .rescue, .unrescuing, .servicing, .serviceWait, .serviceHold,
    ]

    /// What a machine runs, and since when without an interruption.
    private struct Run {
        var contents: ImageDigest
        var since: Instant
    }

    /// Faults of one machine that keep it from speaking, or from hearing others.
    private struct Trouble {
        /// One machine has few kinds of faults.
        var inForce: Set<String> = []
        var lastEnd: Instant?

        mutating func note(_ fault: String, _ phase: FaultPhase, at time: Instant) {
            switch phase {
            case .began: inForce.insert(fault)
            case .ended:
                inForce.remove(fault)
                lastEnd = time
            }
        }

        func explains(at time: Instant) -> Bool {
            !inForce.isEmpty || lastEnd.map { time - $0 <= HealthyKept.aftermath } ?? false
        }
    }

    private var store = AuthoritativeStore()
    /// All of these are looked up only, by machine; a node has its machine's name.
    private var runs: [String: Run] = [:]
    /// What a machine ran last, and until when.
    private var stopped: [String: (run: Run, end: Instant)] = [:]
    private var links: [String: Trouble] = [:]
    private var troubles: [String: Trouble] = [:]
    private var instances: [String: Instance] = [:]
    private var states: [String: ServerState] = [:]
    /// Machines that an operator rescues or services, and as what.
    private var operated: [String: ProvisionState] = [:]
    /// Every machine that ever was a host of the undercloud; a handful.
    private var hosts: Set<String> = []

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        switch observation {
        case .commit(let commit): return store.includes(commit) ? judge(commit) : nil
        case .entry(let entry):
            if let event = entry.event as? MachineEvent { note(event, at: entry.at) }
            if let event = entry.event as? SiteEvent { note(event, at: entry.at) }
            return nil
        }
    }

    private mutating func note(_ event: MachineEvent, at time: Instant) {
        let machine = event.machine.text
        switch event {
        case .bootedDisk(_, _, let contents, .whole):
            runs[machine] = Run(contents: contents, since: time)
        case .bootedDisk, .bootedRamdisk, .bootFailed, .power, .writeStarted, .erased,
            .crashed:
            stop(machine, at: time)
        case .fault(_, let fault, let phase) where Self.silencing.contains(fault):
            links[machine, default: Trouble()].note(fault.rawValue, phase, at: time)
            troubles[machine, default: Trouble()].note(fault.rawValue, phase, at: time)
        case .fault(_, .osHangs, .began):
            // The machine stays on, and what it ran is still told by nobody else.
            stop(machine, at: time)
        case .fault(_, let fault, let phase) where fault == .powerLoss || fault == .machineDead:
            troubles[machine, default: Trouble()].note(fault.rawValue, phase, at: time)
        case .fault, .powerCommand, .bootCommand, .writeEnded, .partitionLost, .measured: break
        }
    }

    private mutating func stop(_ machine: String, at time: Instant) {
        guard let run = runs.removeValue(forKey: machine) else { return }
        stopped[machine] = (run, time)
    }

    private mutating func note(_ event: SiteEvent, at time: Instant) {
        switch event {
        case .mains(let machine, let phase):
            troubles[machine.text, default: Trouble()].note(event.kind, phase, at: time)
        case .cutOff(let machine, let phase):
            links[machine.text, default: Trouble()].note(event.kind, phase, at: time)
            troubles[machine.text, default: Trouble()].note(event.kind, phase, at: time)
        case .fault, .breakerTripped, .breakerReset, .vlan: break
        }
    }

    private mutating func judge(_ commit: StoreCommit) -> Violation? {
        for cloud in commit.written(Cloud.self) { hosts.insert(cloud.seed.text) }
        var found: Violation?
        for server in commit.written(Server.self) {
            if server.isUndercloud, let node = server.node { hosts.insert(node.text) }
            let old = states.updateValue(server.state, forKey: server.id)
            guard old == .active, server.state == .evicting, found == nil else { continue }
            found = problem(with: server, at: commit.at).map {
                violation(at: commit.at, server.id, $0)
            }
        }
        // A node that gives its instance up in the same moment is another matter.
        for change in commit.changes(of: Node.kind) {
            let node = change.written(Node.self)
            instances[change.key.id] = node?.instance
            operated[change.key.id] = node.map(\.provisionState).flatMap {
                Self.operations.contains($0) ? $0 : nil
            }
        }
        return found
    }

    private func problem(with server: Server, at time: Instant) -> String? {
        if let machine = server.node?.text, let state = operated[machine] {
            return "it was taken from \(machine), which is '\(state)' since an operator asked"
        }
        guard let machine = server.node?.text, let instance = instances[machine],
            instance.id == server.instance, links[machine]?.explains(at: time) != true,
            !hosts.contains(where: { troubles[$0]?.explains(at: time) == true })
        else { return nil }
        guard let run = runs[machine] else {
            return haste(with: machine, running: instance.image, at: time)
        }
        guard run.contents == instance.image.digest, time - run.since >= Self.silence else {
            return nil
        }
        return "it was taken from \(machine), which has run \(instance.image.name) for "
            + "\((time - run.since).shortText) and could be heard"
    }

    /// What speaks against giving up a machine that has stopped.
    private func haste(
        with machine: String, running image: ImageReference, at time: Instant
    ) -> String? {
        guard let (run, end) = stopped[machine], run.contents == image.digest,
            end - run.since >= Self.silence, time - end < Self.silence - Self.wordInterval
        else { return nil }
        return "it was taken from \(machine), which had run \(image.name) until "
            + "\((time - end).shortText) before"
    }
}
