/// Racks side by side, machines in them: how each does, or what each is for.
public struct RackMap: Sendable {
    /// One machine.
    public struct Cell: Sendable {
        /// How much it wants to be looked at.
        public enum Heat: Sendable, Hashable { case usual, worse, worst }

        public let name: String
        /// What is told of it, such as `-12 %` or `control`.
        public let note: String
        public let heat: Heat

        public init(_ name: String, note: String, heat: Heat = .usual) {
            self.name = name
            self.note = note
            self.heat = heat
        }
    }

    /// One rack, its machines from the top down.
    public struct Rack: Sendable {
        public let name: String
        public let cells: [Cell]

        public init(_ name: String, _ cells: [Cell]) {
            self.name = name
            self.cells = cells
        }
    }

    private enum Size {
        static let (width, height, gap, top) = (168, 34, 14, 26)
        /// Racks side by side.
        static let columns = 5
        static let characters = 22
    }

    private let title: String
    private let racks: [Rack]

    public init(title: String, racks: [Rack]) {
        self.title = title
        self.racks = racks
    }

    /// The picture's markup.
    public var svg: String {
        var (body, y) = ("", Size.top)
        for start in stride(from: 0, to: racks.count, by: Size.columns) {
            let row = racks[start..<min(start + Size.columns, racks.count)]
            for (column, rack) in row.enumerated() {
                body += markup(rack, x: Size.gap + column * (Size.width + Size.gap), y: y)
            }
            y += (row.map(\.cells.count).max() ?? 0) * Size.height + Size.top + Size.gap
        }
        let columns = min(Size.columns, max(1, racks.count))
        let width = Size.gap + columns * (Size.width + Size.gap)
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" viewBox="0 0 \(width) \(y)" \
            role="img"><title>\(Markup.escaped(title))</title>
            \(body)</svg>
            """
    }

    private func markup(_ rack: Rack, x: Int, y: Int) -> String {
        let head = "<text x=\"\(x)\" y=\"\(y - 8)\">\(Markup.escaped(rack.name))</text>\n"
        return head
            + rack.cells.enumerated().map { place, cell in
                markup(cell, x: x, y: y + place * Size.height)
            }.joined()
    }

    private func markup(_ cell: Cell, x: Int, y: Int) -> String {
        let (kind, sign) =
            switch cell.heat {
            case .usual: ("cell", "")
            case .worse: ("cell worse", "! ")
            case .worst: ("cell worst", "✗ ")
            }
        func shown(_ text: String) -> String {
            Markup.escaped(
                text.count > Size.characters ? text.prefix(Size.characters - 1) + "…" : text)
        }
        return """
            <rect class="\(kind)" x="\(x)" y="\(y)" width="\(Size.width)" \
            height="\(Size.height - 4)" rx="3"/>
            <text x="\(x + 6)" y="\(y + 13)">\(sign)\(shown(cell.name))</text>
            <text class="soft" x="\(x + 6)" y="\(y + 26)">\(shown(cell.note))</text>

            """
    }
}
