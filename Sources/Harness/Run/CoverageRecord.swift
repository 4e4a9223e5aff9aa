import BareMetal
import Hardware
import OrderedCollections
import Undercloud
import World

/// Notes while a run goes on in which states which faults were in force.
struct CoverageRecord {
    private var phase: Phase?
    private var states: [String: ProvisionState] = [:]
    /// Faults in force, by the machine each befalls; those of shared parts are under no machine.
    private var inForce: [String: [String]] = [:]
    private var kinds: [String] = []
    private var pairs: Set<RunCoverage.Pair> = []
    private var events = OrderedDictionary<String, Int>()
    private var sites = OrderedDictionary<String, Int>()

    mutating func observe(_ entry: JournalEntry) {
        events[entry.event.kind, default: 0] += 1
        if let event = entry.event as? CodeFaultEvent {
            sites[event.site.rawValue, default: 0] += 1
        }
    }

    mutating func enter(_ state: ProvisionState, node: String) {
        states[node] = state
        guard !kinds.isEmpty else { return }
        for kind in inForce[node] ?? [] { note(state.rawValue, kind) }
    }

    mutating func enter(_ phase: Phase) {
        self.phase = phase
        for kind in kinds { note(phase.rawValue, kind) }
    }

    mutating func tell(_ fault: ScenarioFault, _ change: FaultPhase, on victims: [FaultVictim]) {
        // What an operator asks for is no fault.
        if case .operation = fault.kind { return }
        let kind = fault.kind.name
        let machines = victims.compactMap(Self.machine)
        switch change {
        case .began:
            kinds.append(kind)
            if let phase { note(phase.rawValue, kind) }
            for machine in machines {
                inForce[machine, default: []].append(kind)
                if let state = states[machine] { note(state.rawValue, kind) }
            }
        case .ended:
            kinds.firstIndex(of: kind).map { _ = kinds.remove(at: $0) }
            for machine in machines {
                let place = inForce[machine]?.firstIndex(of: kind)
                place.map { _ = inForce[machine]?.remove(at: $0) }
            }
        }
    }

    var coverage: RunCoverage {
        RunCoverage(
            pairs: pairs.sorted(), events: Self.counts(events), sites: Self.counts(sites))
    }

    private mutating func note(_ state: String, _ fault: String) {
        pairs.insert(RunCoverage.Pair(state: state, fault: fault))
    }

    private static func counts(_ counts: OrderedDictionary<String, Int>) -> [RunCoverage.Count] {
        counts.map { RunCoverage.Count(kind: $0, count: $1) }.sorted { $0.kind < $1.kind }
    }

    /// Processes are named after the machines they run on.
    private static func machine(_ victim: FaultVictim) -> String? {
        switch victim {
        case .machine(let machine): machine.text
        case .process(let name): name.split(separator: "/").first.map(String.init)
        case .place: nil
        }
    }
}
