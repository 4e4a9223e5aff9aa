import Pictures

/// Time from left to right, figures from the bottom up: what curves are drawn on.
struct PlotFrame {
    static let (width, height) = (1000, 150)
    private static let (left, right, top, bottom) = (64, 12, 12, 26)

    let end: Tick
    let highest: Int

    func x(_ tick: Tick) -> String {
        let span = Int64(Self.width - Self.left - Self.right)
        return Self.tenths(
            Int64(Self.left) * 10 + Int64(tick.count) * span * 10 / Int64(max(1, end.count)))
    }

    func y(_ value: Int) -> String {
        let span = Int64(Self.height - Self.top - Self.bottom)
        let share = Int64(value) * span * 10 / Int64(max(1, highest))
        return Self.tenths(Int64(Self.height - Self.bottom) * 10 - share)
    }

    private static func tenths(_ value: Int64) -> String {
        value % 10 == 0 ? "\(value / 10)" : "\(value / 10).\(abs(value % 10))"
    }

    /// The picture with axes around what is drawn.
    ///
    /// - Parameter label: what a figure is written as.
    func svg(title: String, label: (Int) -> String, _ drawn: String) -> String {
        let floor = y(0)
        let lines = [0, highest / 2, highest].map { value in
            """
            <path class="grid" d="M\(Self.left) \(y(value))H\(Self.width - Self.right)"/>\
            <text class="soft" x="\(Self.left - 8)" y="\(y(value))" dy="4" text-anchor="end">\
            \(Markup.escaped(label(value)))</text>

            """
        }
        let times = (0...4).map { quarter in
            let tick = Tick(Int32(Int64(end.count) * Int64(quarter) / 4))
            let anchor = quarter == 0 ? "start" : quarter == 4 ? "end" : "middle"
            return "<text class=\"soft\" x=\"\(x(tick))\" y=\"\(Self.height - 6)\" "
                + "text-anchor=\"\(anchor)\">\(tick)</text>\n"
        }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.width) \(Self.height)" \
            role="img"><title>\(Markup.escaped(title))</title>
            \(lines.joined())\(times.joined())\(drawn)\
            <line class="needle-at" data-left="\(x(.zero))" data-right="\(x(end))" \
            x1="\(x(end))" x2="\(x(end))" y1="\(Self.top)" y2="\(floor)"/>
            </svg>
            """
    }
}
