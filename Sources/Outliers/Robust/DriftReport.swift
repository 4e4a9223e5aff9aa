import Hardware
import OrderedCollections

/// How machines changed from an earlier run to this one.
///
/// The ratio of a figure to the machine's own earlier one is held against its group's, so that what
/// all machines share, such as a new kernel, is told of the group and accuses nobody.
public struct DriftReport: Sendable {
    /// A benchmark that changed for a whole group.
    public struct Shift: Sendable {
        /// The group's number in this run.
        public let group: Int
        public let metric: Metric
        /// The median change of its machines, as a part.
        public let effect: Double
        public let machines: Int
    }

    /// What the robust method says of the ratios, in hundredths.
    public let ratios: RobustReport
    public let shifts: [Shift]
    /// Machines of one run only.
    public let new: [String]
    public let gone: [String]

    /// Machines that lost more than their group, in order.
    public var slower: [MachineVerdict] { ratios.verdicts.filter { $0.status == .sick } }

    public init(
        _ fleet: BenchmarkedFleet, against earlier: BenchmarkedFleet,
        terms: RobustTerms = RobustTerms(), ignoring ignored: Set<String> = []
    ) {
        let before = Dictionary(
            earlier.machines.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let machines = fleet.machines.compactMap { machine in
            before[machine.name].map { machine.ratios(to: $0) }
        }
        let ratios = RobustReport(
            BenchmarkedFleet(machines: machines), terms: terms, ignoring: ignored)
        self.ratios = ratios
        shifts = ratios.grouping.groups.enumerated().flatMap { number, places in
            Self.shifts(number, places.map { machines[$0] }, terms)
        }
        let names = Set(fleet.machines.map(\.name))
        new = fleet.machines.map(\.name).filter { before[$0] == nil }
        gone = earlier.machines.map(\.name).filter { !names.contains($0) }
    }

    private static func shifts(
        _ group: Int, _ machines: [BenchmarkedMachine], _ terms: RobustTerms
    ) -> [Shift] {
        let metrics = Set(machines.flatMap { $0.measures.values.keys }).sorted()
        return metrics.compactMap { metric in
            let known = machines.compactMap { $0.measures[metric]?.value }.sorted()
            guard let first = known.first, let last = known.last else { return nil }
            let effect = RobustSpread.median(known) / 100 - 1
            // All on the same side, or most of many: else the median is anybody's.
            let isShared = (first - 100) * (last - 100) > 0 || known.count >= 8
            guard abs(effect) >= terms.minimumEffect.value, isShared, known.count > 2 else {
                return nil
            }
            return Shift(group: group, metric: metric, effect: effect, machines: known.count)
        }
    }
}
