import World

/// How long requests took: for each span of time half of them and nearly all of them, and how many
/// failed.
struct LatencyPicture {
    let title: String
    let series: LatencySeries
    let end: Tick

    var svg: String {
        let spans = series.spans
        let longest = spans.map { Self.milliseconds($0.longest) }.max() ?? 1
        let frame = PlotFrame(end: end, highest: max(1, longest))
        let bars = spans.enumerated().map { index, span in
            bar(span, from: Tick(Int32(index) * series.width), frame)
        }
        return frame.svg(
            title: "\(title): half within the lower mark, 99 % within the upper one",
            label: { Duration.milliseconds($0).fineText }, bars.joined())
    }

    private func bar(_ span: LatencySeries.Span, from began: Tick, _ frame: PlotFrame) -> String {
        guard span.done + span.failed > 0 else { return "" }
        let middle = frame.x(Tick(began.count + series.width / 2))
        let half = Self.milliseconds(span.quantile(0.5))
        let most = Self.milliseconds(span.quantile(0.99))
        let failed =
            span.failed == 0
            ? ""
            : "<circle class=\"fails\" cx=\"\(middle)\" cy=\"8\" r=\"4\">"
                + "<title>\(span.failed) failed</title></circle>"
        return """
            <path class="curve" d="M\(middle) \(frame.y(half))V\(frame.y(most))"/>\
            <circle class="t-neutral" cx="\(middle)" cy="\(frame.y(half))" r="3"><title>\
            \(began): \(span.done) done, half within \(span.quantile(0.5).fineText)</title>\
            </circle>\
            \(failed)

            """
    }

    private static func milliseconds(_ duration: Duration) -> Int {
        Int(duration.nanoseconds / 1_000_000)
    }
}
