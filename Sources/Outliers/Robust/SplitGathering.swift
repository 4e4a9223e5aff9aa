/// Makes one split of the splits of single metrics that fall between the same machines.
enum SplitGathering {
    /// Splits of one group that are explained; more than a few are the same said otherwise.
    private static let limit = 4
    /// The least part of the machines that must lie on the same side.
    private static let agreement = 0.9

    static func splits(of group: RobustGroup) -> [GroupSplit] {
        var heaps: [(split: ColumnSplit, metrics: [Metric])] = []
        for column in group.columns {
            guard let split = column.split else { continue }
            if let same = heaps.firstIndex(where: { agree($0.split, split) }) {
                heaps[same].metrics.append(column.metric)
            } else {
                heaps.append((split, [column.metric]))
            }
        }
        let clearest = heaps.sorted { $0.metrics.count > $1.metrics.count }.prefix(limit)
        return clearest.map { heap in
            let low = heap.split.low.map { group.machines[$0] }
            let high = heap.split.high.map { group.machines[$0] }
            return GroupSplit(
                group: group.number, metrics: heap.metrics, slower: low.map(\.name),
                faster: high.map(\.name),
                effect: heap.split.lowCentre / heap.split.highCentre - 1,
                lowCentre: heap.split.lowCentre, highCentre: heap.split.highCentre,
                causes: SplitCauseSearch.causes(low: low, high: high))
        }
    }

    private static func agree(_ left: ColumnSplit, _ right: ColumnSplit) -> Bool {
        let (lows, others) = (Set(left.low), Set(right.low))
        let apart = lows.symmetricDifference(others).count
        let all = left.low.count + left.high.count
        return Double(apart) <= (1 - agreement) * Double(all)
    }
}
