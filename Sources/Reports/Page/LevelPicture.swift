/// A figure over time as steps, and beside it another one that it should reach.
struct LevelPicture {
    let title: String
    let series: LevelSeries
    let second: LevelSeries?
    let end: Tick

    var svg: String {
        let all = series.points + (second?.points ?? [])
        let frame = PlotFrame(end: end, highest: max(1, all.map(\.value).max() ?? 1))
        let steps = Self.steps(series, frame)
        let first = series.points.first.map { "M\(frame.x($0.at)) \(frame.y(0))" } ?? "M0 0"
        let area =
            "<path class=\"area\" d=\"\(first)\(steps.lines)H\(frame.x(end))V\(frame.y(0))z\"/>"
        let other = second.map { series in
            let steps = Self.steps(series, frame)
            return "<path class=\"curve second\" "
                + "d=\"\(steps.start)\(steps.lines)H\(frame.x(end))\"/>"
        }
        let curve = "<path class=\"curve\" d=\"\(steps.start)\(steps.lines)H\(frame.x(end))\"/>\n"
        return frame.svg(title: title, label: { "\($0)" }, (other ?? "") + area + curve)
    }

    private static func steps(
        _ series: LevelSeries, _ frame: PlotFrame
    ) -> (start: String, lines: String) {
        guard let first = series.points.first else { return ("M0 0", "") }
        let lines = series.points.map { "H\(frame.x($0.at))V\(frame.y($0.value))" }
        return ("M\(frame.x(first.at)) \(frame.y(first.value))", lines.joined())
    }
}
