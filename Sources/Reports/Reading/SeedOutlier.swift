import Harness
import Outliers

/// A run that is far from the others of its scenario, in one figure.
struct SeedOutlier {
    let report: RunReport
    let figure: RunFigure
    let value: Double
    /// What is usual.
    let centre: Double
    /// How far it is away, in spreads; the more, the odder.
    let distance: Double

    /// Below so many runs nobody knows what is usual.
    static let fewestRuns = 5
    /// Iglewicz and Hoaglin's bound ("How to detect and handle outliers", 1993).
    static let bound = 3.5
    /// Outliers of a scenario that are told.
    static let most = 20

    /// Those among runs of one scenario, the farthest first.
    static func find(among reports: [RunReport]) -> [SeedOutlier] {
        let all = RunFigure.allCases.flatMap { find(among: reports, in: $0) }
        let sorted = all.sorted {
            $0.distance == $1.distance
                ? $0.report.verdict.seed < $1.report.verdict.seed : $0.distance > $1.distance
        }
        return Array(sorted.prefix(most))
    }

    private static func find(among reports: [RunReport], in figure: RunFigure) -> [SeedOutlier] {
        let known = reports.compactMap { report in
            figure.value(of: report).map { (report: report, value: $0) }
        }
        guard known.count >= fewestRuns else { return [] }
        let spread = RobustSpread(sorted: known.map(\.value).sorted())
        let reach = max(figure.leastDistance, bound * spread.spread)
        return known.compactMap { report, value in
            let gap = abs(value - spread.centre)
            guard gap >= reach, gap > 0 else { return nil }
            return SeedOutlier(
                report: report, figure: figure, value: value, centre: spread.centre,
                distance: gap / max(spread.spread, figure.leastDistance / bound))
        }
    }
}
