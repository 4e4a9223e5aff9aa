/// What the robust method finds in a fleet.
///
/// Machines are grouped by hardware. Each figure of a machine is held against its group's by median
/// and a robust spread; figures of one part are held against the group's together as well. How far
/// chance goes is learnt from the fast side, where no machine is sick. Machines, not figures, are
/// then chosen by Benjamini and Hochberg's rule, so that the stated rate is of machines that are
/// called sick and are not.
public struct RobustReport: Sendable {
    public let terms: RobustTerms
    public let grouping: HardwareGrouping
    /// One a machine, in the fleet's order.
    public let verdicts: [MachineVerdict]
    /// Groups that are two heaps, with what tells them apart.
    public let splits: [GroupSplit]
    /// What is wrong with the fleet's documents.
    public let problems: [FleetProblem]

    /// - Parameter ignored: components that do not tell machines apart, by the reference's words.
    public init(
        _ fleet: BenchmarkedFleet, terms: RobustTerms = RobustTerms(),
        ignoring ignored: Set<String> = []
    ) {
        let grouping = HardwareGrouping(fleet.machines, ignoring: ignored)
        self.init(fleet, terms: terms, grouping: grouping)
    }

    /// - Parameter grouping: of this fleet's machines.
    init(_ fleet: BenchmarkedFleet, terms: RobustTerms, grouping: HardwareGrouping) {
        self.terms = terms
        self.grouping = grouping
        problems = fleet.problems
        let groups = grouping.groups.enumerated().map { number, places in
            RobustGroup(
                number: number, machines: places.map { fleet.machines[$0] }, terms: terms)
        }
        var examiner = RobustExaminer(groups, terms: terms)
        let found = Dictionary(
            examiner.verdicts().map { ($0.machine, $0) }, uniquingKeysWith: { first, _ in first })
        verdicts = fleet.machines.compactMap { found[$0.name] }
        splits = groups.flatMap(SplitGathering.splits)
    }

    /// Machines that are kept out of deployment, each with the reason, in order.
    public var unfit: [(machine: String, reason: String)] {
        verdicts.compactMap { verdict in
            verdict.isUnfit ? (verdict.machine, verdict.reason ?? verdict.status.rawValue) : nil
        }
    }
}
