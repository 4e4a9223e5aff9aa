public import Harness

/// Which runs a search makes of one scenario: for every seed one, with the faults and the schedule
/// that the seed draws.
public struct SwarmSearch: Sendable {
    private static let depths = 2...6

    public let scenario: Scenario
    public let text: ScenarioText
    private let drawer: FaultDrawer

    public init(_ scenario: Scenario, _ text: ScenarioText, baseline: Baseline) {
        self.scenario = scenario
        self.text = text
        drawer = FaultDrawer(scenario, baseline: baseline)
    }

    /// The scenario as it is, to learn what it is like.
    public static func plain(_ scenario: Scenario, _ text: ScenarioText, seed: UInt64) -> Probe {
        Probe(text, origin: scenario.file, seed: seed, schedule: .fifo)
    }

    /// What came of a scenario as it is, and what can be searched from there.
    public struct Start: Sendable {
        public let search: SwarmSearch
        public let probe: Probe
        public let result: ProbeResult

        /// - Parameter known: kinds of events that scenarios may name.
        public init(
            _ scenario: Scenario, _ text: ScenarioText, _ probe: Probe, _ result: ProbeResult,
            known: [String]
        ) {
            let baseline = result.report.map { Baseline($0, known: known) } ?? .unknown
            search = SwarmSearch(scenario, text, baseline: baseline)
            self.probe = probe
            self.result = result
        }
    }

    /// The same for the same seed.
    public func probe(seed: UInt64) -> Probe {
        var drawn = text
        add(drawer.faults(seed: seed), to: "faults", of: &drawn)
        add(drawer.sites(seed: seed), to: "sites", of: &drawn)
        return Probe(drawn, origin: scenario.file, seed: seed, schedule: schedule(seed))
    }

    private func add(_ parts: [ScenarioPart], to key: String, of text: inout ScenarioText) {
        guard !parts.isEmpty else { return }
        var list = text.root[key] ?? ScenarioPart(.list([]), lead: [""])
        list.style = .block
        list.items += parts
        text.root[key] = list
    }

    private func schedule(_ seed: UInt64) -> RunSchedule {
        var chance = SearchChance(seed: seed).branch("schedule")
        return switch Int.random(in: 0..<10, using: &chance) {
        case 0, 1: .fifo
        case 2, 3, 4, 5: .shuffle
        default: .pct(depth: Int.random(in: Self.depths, using: &chance))
        }
    }
}
