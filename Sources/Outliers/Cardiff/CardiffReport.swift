/// What the reference's method finds in a fleet.
public struct CardiffReport: Sendable {
    public let grouping: HardwareGrouping
    /// The fleet's machines, in order.
    public let machines: [String]
    public let groups: [CardiffGroup]

    /// Groups the machines and examines each group.
    ///
    /// - Parameters:
    ///   - ignored: components that do not tell machines apart, by the reference's words.
    ///   - defects: what is to be done wrong as the reference does it.
    public init(
        _ fleet: BenchmarkedFleet, ignoring ignored: Set<String> = [],
        defects: Set<CardiffDefect> = []
    ) {
        grouping = HardwareGrouping(fleet.machines, ignoring: ignored, defects: defects)
        machines = fleet.machines.map(\.name)
        groups = grouping.groups.enumerated().map { number, places in
            var examiner = CardiffExaminer(
                number: number, machines: places.map { fleet.machines[$0] }, defects: defects)
            return examiner.group()
        }
    }
}
