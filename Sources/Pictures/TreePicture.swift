/// What falls apart into what, from left to right: groups and what tells them apart.
public struct TreePicture: Sendable {
    /// One box and those it falls apart into.
    public struct Branch: Sendable {
        public let label: String
        public let note: String
        public let branches: [Branch]

        public init(_ label: String, note: String = "", branches: [Branch] = []) {
            self.label = label
            self.note = note
            self.branches = branches
        }
    }

    private enum Size {
        static let (width, height, gapX, gapY, margin) = (230, 40, 46, 10, 12)
        static let characters = 34
    }

    private let title: String
    private let root: Branch

    public init(title: String, root: Branch) {
        self.title = title
        self.root = root
    }

    /// The picture's markup.
    public var svg: String {
        var (body, row, depth) = ("", 0, 0)
        _ = draw(root, level: 0, row: &row, depth: &depth, into: &body)
        let width = Size.margin * 2 + (depth + 1) * (Size.width + Size.gapX) - Size.gapX
        let height = Size.margin * 2 + max(1, row) * (Size.height + Size.gapY)
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" \
            viewBox="0 0 \(width) \(height)" role="img"><title>\(Markup.escaped(title))</title>
            \(body)</svg>
            """
    }

    /// Draws a branch beside the middle of what it falls apart into, and says where.
    private func draw(
        _ branch: Branch, level: Int, row: inout Int, depth: inout Int, into body: inout String
    ) -> Int {
        depth = max(depth, level)
        let x = Size.margin + level * (Size.width + Size.gapX)
        var places: [Int] = []
        for next in branch.branches {
            places.append(draw(next, level: level + 1, row: &row, depth: &depth, into: &body))
        }
        let y: Int
        if let first = places.first, let last = places.last {
            y = (first + last) / 2
        } else {
            y = Size.margin + row * (Size.height + Size.gapY)
            row += 1
        }
        let middle = y + Size.height / 2
        for place in places {
            let (from, to) = (x + Size.width, x + Size.width + Size.gapX)
            let bend = Size.gapX / 2
            body += """
                <path class="axis" d="M\(from) \(middle)C\(from + bend) \(middle) \(to - bend) \
                \(place + Size.height / 2) \(to) \(place + Size.height / 2)"/>

                """
        }
        body += box(branch, x, y)
        return y
    }

    private func box(_ branch: Branch, _ x: Int, _ y: Int) -> String {
        func shown(_ text: String) -> String {
            Markup.escaped(
                text.count > Size.characters ? text.prefix(Size.characters - 1) + "…" : text)
        }
        return """
            <rect class="cell" x="\(x)" y="\(y)" width="\(Size.width)" height="\(Size.height)" \
            rx="4"/>
            <text x="\(x + 8)" y="\(y + 16)">\(shown(branch.label))</text>
            <text class="soft" x="\(x + 8)" y="\(y + 32)">\(shown(branch.note))</text>

            """
    }
}
