/// What a method found in a fleet, for people and programs.
public struct BenchmarkReport: Sendable {
    /// By which method.
    public enum Findings: Sendable {
        case robust(RobustReport)
        case cardiff(CardiffReport)
    }

    public let fleet: BenchmarkedFleet
    public let findings: Findings
    /// What changed against an earlier run; nil where there is none to compare with.
    public let drift: DriftReport?
    /// Which rack each machine stands in, where that is known.
    public let racks: [String: String]
    /// The group that is shown; nil for all.
    public let group: Int?

    public init(
        _ fleet: BenchmarkedFleet, _ findings: Findings, drift: DriftReport? = nil,
        racks: [String: String] = [:], group: Int? = nil
    ) {
        self.fleet = fleet
        self.findings = findings
        self.drift = drift
        self.racks = racks
        self.group = group
    }

    /// Machines that are out of line, or cannot be judged for what is wrong with their facts; also
    /// documents that cannot be read.
    public var hasFindings: Bool {
        let unreadable = fleet.problems.contains { problem in
            if case .unreadable = problem { true } else { false }
        }
        let found =
            switch findings {
            case .robust(let report): !report.unfit.isEmpty
            case .cardiff(let report):
                report.groups.flatMap(\.findings).contains {
                    $0.outcome == .suspicious || $0.outcome == .unstable
                }
            }
        return unreadable || found || drift?.slower.isEmpty == false
    }

    /// Groups as machines' names, in their order.
    var groups: [[String]] {
        let places =
            switch findings {
            case .robust(let report): report.grouping.groups
            case .cardiff(let report): report.grouping.groups
            }
        return places.map { $0.map { fleet.machines[$0].name } }
    }

    func isShown(_ group: Int) -> Bool { self.group == nil || self.group == group }
}
