/// Figures on lines, one a metric or group, each figure a mark; those that are out of line are
/// named and have another shape.
public struct StripPlot: Sendable {
    /// One figure.
    public struct Mark: Sendable {
        /// What the mark is.
        public enum Kind: Sendable, Hashable { case usual, low, high }

        public let value: Double
        public let name: String
        public let kind: Kind

        public init(_ value: Double, name: String, kind: Kind = .usual) {
            self.value = value
            self.name = name
            self.kind = kind
        }
    }

    /// One line of figures, with a scale of its own.
    public struct Strip: Sendable {
        public let label: String
        public let marks: [Mark]
        /// Where most figures are expected; shown as a band.
        public let range: ClosedRange<Double>?

        public init(_ label: String, _ marks: [Mark], range: ClosedRange<Double>? = nil) {
            self.label = label
            self.marks = marks
            self.range = range
        }
    }

    private enum Size {
        static let (width, left, right) = (900.0, 270.0, 40.0)
        static let (row, top) = (56.0, 10.0)
        /// Marks of one strip that are drawn; of many, every so manieth usual one.
        static let marks = 400
        /// Marks that are named.
        static let names = 6
        static let character = 6.6
    }

    private let title: String
    private let strips: [Strip]

    public init(title: String, strips: [Strip]) {
        self.title = title
        self.strips = strips
    }

    /// The picture's markup.
    public var svg: String {
        let height = Size.top * 2 + Size.row * Double(max(1, strips.count))
        let rows = strips.enumerated().map { row($0.element, at: $0.offset) }.joined()
        return """
            <svg xmlns="http://www.w3.org/2000/svg" \
            viewBox="0 0 \(Int(Size.width)) \(Int(height))" role="img">\
            <title>\(Markup.escaped(title))</title>
            \(rows)</svg>
            """
    }

    private func row(_ strip: Strip, at index: Int) -> String {
        let middle = Size.top + Size.row * (Double(index) + 0.45)
        let known = strip.marks.filter(\.value.isFinite)
        let bounds =
            known.map(\.value) + (strip.range.map { [$0.lowerBound, $0.upperBound] } ?? [])
        guard let low = bounds.min(), let high = bounds.max() else {
            return label(strip.label + ": no figures", middle)
        }
        let span = high > low ? high - low : max(1, abs(high))
        func x(_ value: Double) -> Double {
            Size.left + (value - low) / span * (Size.width - Size.left - Size.right)
        }
        let number = Markup.number
        let band = strip.range.map { range in
            """
            <rect class="band" x="\(number(x(range.lowerBound)))" y="\(number(middle - 9))" \
            width="\(number(max(2, x(range.upperBound) - x(range.lowerBound))))" height="18"/>

            """
        }
        let axis = """
            <path class="axis" d="M\(number(x(low))) \(number(middle))H\(number(x(high)))"/>
            <text class="soft" x="\(number(x(low)))" y="\(number(middle + 24))">\(Self.short(low))\
            </text><text class="soft" x="\(number(x(high)))" y="\(number(middle + 24))" \
            text-anchor="end">\(high > low ? Self.short(high) : "")</text>

            """
        return label(strip.label, middle) + (band ?? "") + axis
            + thinned(known).map { mark($0, x($0.value), middle) }.joined()
            + names(known, middle, x)
    }

    private func label(_ text: String, _ middle: Double) -> String {
        let shown = text.count > 40 ? text.prefix(39) + "…" : text[...]
        return """
            <text x="\(Int(Size.left - 14))" y="\(Markup.number(middle + 4))" text-anchor="end">\
            \(Markup.escaped(String(shown)))</text>

            """
    }

    private func thinned(_ marks: [Mark]) -> [Mark] {
        let step = max(1, marks.count / Size.marks)
        return marks.enumerated().filter { $0.element.kind != .usual || $0.offset % step == 0 }
            .map(\.element)
    }

    /// Usual figures are dots, those too low triangles that point down, those too high up.
    private func mark(_ mark: Mark, _ x: Double, _ y: Double) -> String {
        let number = Markup.number
        switch mark.kind {
        case .usual:
            return """
                <circle class="dot" cx="\(number(x))" cy="\(number(y))" r="3.5"><title>\
                \(Markup.escaped(mark.name)): \(Self.short(mark.value))</title></circle>

                """
        case .low, .high:
            let tip = mark.kind == .low ? 8.0 : -8.0
            return """
                <path class="\(mark.kind == .low ? "low" : "high")" d="M\(number(x - 6)) \
                \(number(y - tip / 2))h12l-6 \(number(tip + tip / 4))z"><title>\
                \(Markup.escaped(mark.name)): \(Self.short(mark.value))</title></path>

                """
        }
    }

    /// Names above the marks, moved aside where they would cover each other.
    private func names(
        _ marks: [Mark], _ middle: Double, _ x: (Double) -> Double
    ) -> String {
        let named = marks.filter { $0.kind != .usual }.sorted { $0.value < $1.value }
        var end = -Double.infinity
        return named.prefix(Size.names).map { mark in
            let half = Double(mark.name.count) * Size.character / 2
            let wished = max(x(mark.value), end + half + 6)
            let place = min(wished, Size.width - half)
            end = place + half
            return """
                <text x="\(Markup.number(place))" y="\(Markup.number(middle - 14))" \
                text-anchor="middle">\(Markup.escaped(mark.name))</text>

                """
        }.joined()
    }

    /// A number with about four digits that mean something.
    static func short(_ value: Double) -> String {
        guard abs(value) < 1e15, value.isFinite else { return "\(value)" }
        if abs(value) >= 1_000 || value == value.rounded() { return String(Int(value.rounded())) }
        return "\((value * 100).rounded() / 100)"
    }
}
