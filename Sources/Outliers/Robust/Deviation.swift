/// One figure of a machine that is out of its group's line.
public struct Deviation: Sendable {
    public let metric: Metric
    public let value: Double
    /// The centre of the machines it is compared with.
    public let centre: Double
    /// Least and most of these machines, less those that are out of line themselves.
    public let range: ClosedRange<Double>
    /// The difference from the centre as a part of it; below zero for slower.
    public let effect: Double
    /// The difference in spreads of the group.
    public let score: Double
    /// How probable such a figure is by chance on one healthy machine.
    public let chance: Double
    /// What usually brings this about.
    public let cause: String

    /// Metric, value, effect and the group's range in one line.
    public var sentence: String {
        let unit = metric.unit.isEmpty ? "" : " \(metric.unit)"
        return """
            \(metric) is \(FigureText.short(value))\(unit), \(FigureText.percent(effect)) of its \
            group's \(FigureText.short(centre)) (\(FigureText.short(range.lowerBound)) to \
            \(FigureText.short(range.upperBound)))
            """
    }
}
