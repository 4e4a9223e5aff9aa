import BareMetal
import OrderedCollections
import Plans
import Undercloud
import World

/// What is kept of a run while it goes on, for its report.
struct RunRecord {
    /// Nodes in a table of slow ones, and stays of a critical node.
    private static let slowestCount = 10
    private static let staysCount = 4

    private var store = AuthoritativeStore()
    private var histories = OrderedDictionary<String, NodeHistory>()
    private var phases: [(phase: Phase, began: Instant)] = []
    private var census = OrderedDictionary<ProvisionState, Int>()
    /// The last lines of the journal, as a ring.
    private var tail: [JournalEntry] = []
    private var tailStart = 0
    private(set) var story: Story
    private var situations = CoverageRecord()

    init(_ plan: CloudPlan) {
        let servers = plan.undercloudServers + plan.servers
        story = Story(
            roles: OrderedDictionary(uniqueKeysWithValues: servers.map { ($0.name, $0.role) }))
    }

    mutating func observe(_ observation: Observation) {
        switch observation {
        case .commit(let commit):
            guard store.includes(commit) else { return }
            for node in commit.written(Node.self) { note(node, at: commit.at) }
        case .entry(let entry):
            keep(entry)
            story.observe(entry)
            situations.observe(entry)
            if let event = entry.event as? FlowEvent, case .phase(let phase) = event {
                enter(phase, at: entry.at)
            } else if let event = entry.event as? BareMetalEvent,
                case .step(let node, let step) = event
            {
                histories[node.text]?.note(step)
            }
        }
    }

    var phase: Phase? { phases.last?.phase }
    var coverage: RunCoverage { situations.coverage }

    mutating func tell(
        _ fault: ScenarioFault, _ phase: FaultPhase, on victims: [FaultVictim], at time: Instant
    ) {
        situations.tell(fault, phase, on: victims)
        switch phase {
        case .began:
            story.note(faultOn: victims, at: time)
            story.add(FaultStory.began(fault, on: victims), at: time)
        case .ended: story.add(FaultStory.ended(fault, on: victims), at: time)
        }
    }

    mutating func tell(_ violation: Violation) {
        let occurrence = Occurrence(
            kind: .violation, subject: violation.subject,
            text: "\(violation.checker) is violated: \(violation.subject): \(violation.message)")
        story.add(occurrence, at: violation.at)
    }

    mutating func tellSeedSwitchedOff(at time: Instant) {
        story.add(FaultStory.seedSwitchedOff, at: time)
    }

    /// How many nodes are in each state, in the states' order.
    var stateCounts: [StateCount] {
        ProvisionState.allCases.compactMap { state in
            census[state].flatMap { $0 > 0 ? StateCount(state: state, count: $0) : nil }
        }
    }

    /// The last journal lines, oldest first.
    var journalTail: [String] {
        (tail[tailStart...] + tail[..<tailStart]).map(\.description)
    }

    /// The phases with what held each of them up, the last one cut at `end`.
    func timeline(until end: Instant) -> [PhaseSpan] {
        phases.indices.map { index in
            let began = phases[index].began
            let ended = index + 1 < phases.count ? phases[index + 1].began : end
            return PhaseSpan(
                phase: phases[index].phase, began: TimeSpan(began - .epoch),
                ended: TimeSpan(ended - .epoch), critical: critical(from: began, to: ended))
        }
    }

    /// The nodes that took longest, longest first.
    func slowest(until end: Instant) -> [MachineTime] {
        let times = histories.map { node, history in
            MachineTime(
                node: node,
                inspecting: TimeSpan(history.time(in: [.inspecting, .inspectWait], until: end)),
                cleaning: TimeSpan(history.time(in: [.cleaning, .cleanWait], until: end)),
                deploying: TimeSpan(history.time(in: [.deploying, .deployWait], until: end)))
        }
        let byTime = times.sorted {
            $0.total == $1.total ? $0.node < $1.node : $0.total > $1.total
        }
        return Array(byTime.prefix(Self.slowestCount))
    }

    private mutating func note(_ node: Node, at time: Instant) {
        let old = histories[node.id]?.state
        guard old != node.provisionState else { return }
        if let old { census[old, default: 0] -= 1 }
        census[node.provisionState, default: 0] += 1
        histories[node.id, default: NodeHistory()].enter(node.provisionState, at: time)
        situations.enter(node.provisionState, node: node.id)
    }

    private mutating func enter(_ phase: Phase, at time: Instant) {
        guard !phases.contains(where: { $0.phase == phase }) else { return }
        phases.append((phase, time))
        situations.enter(phase)
    }

    private mutating func keep(_ entry: JournalEntry) {
        if tail.count < RunLimits.journalTail { return tail.append(entry) }
        tail[tailStart] = entry
        tailStart = (tailStart + 1) % RunLimits.journalTail
    }

    private func critical(from began: Instant, to ended: Instant) -> CriticalNode? {
        var latest: (node: String, arrival: Instant)?
        for (node, history) in histories {
            guard let arrival = history.lastArrival(from: began, to: ended),
                latest.map({ arrival > $0.arrival }) ?? true
            else { continue }
            latest = (node, arrival)
        }
        guard let latest, let history = histories[latest.node] else { return nil }
        var times = OrderedDictionary<String, Duration>()
        for (stay, time) in history.stays(from: began, to: latest.arrival) {
            let step = stay.step.map { " (\($0))" } ?? ""
            times[stay.state.rawValue + step, default: .zero] += time
        }
        let stays = times.map { CriticalNode.Stay(what: $0, time: TimeSpan($1)) }
        let longest = stays.sorted {
            $0.time == $1.time ? $0.what < $1.what : $0.time > $1.time
        }
        return CriticalNode(node: latest.node, stays: Array(longest.prefix(Self.staysCount)))
    }
}
