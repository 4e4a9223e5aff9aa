/// Rows below a heading, as text for terminals and as markup for pages.
public struct DataTable: Sendable {
    /// One row.
    public struct Row: Sendable {
        public let cells: [String]
        /// Whether it is one to look at first.
        public let isBad: Bool

        public init(_ cells: [String], isBad: Bool = false) {
            self.cells = cells
            self.isBad = isBad
        }
    }

    public let heading: [String]
    public let rows: [Row]

    public init(_ heading: [String], _ rows: [Row]) {
        self.heading = heading
        self.rows = rows
    }

    /// The table with columns as wide as their widest cell; the last one runs on.
    public var text: String {
        let lines = [heading] + rows.map(\.cells)
        let widths = heading.indices.map { column in
            lines.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
        }
        return lines.map { cells in
            cells.enumerated().map { column, cell in
                let gap = max(
                    0, (widths.indices.contains(column) ? widths[column] : 0) - cell.count)
                return column == cells.count - 1 ? cell : cell + String(repeating: " ", count: gap)
            }.joined(separator: "  ")
        }.joined(separator: "\n")
    }

    /// The table as HTML.
    public var markup: String {
        let head = heading.map { "<th>\(Markup.escaped($0))</th>" }.joined()
        let body = rows.map { row in
            let cells = row.cells.map { "<td>\(Markup.escaped($0))</td>" }.joined()
            return "<tr\(row.isBad ? " class=\"bad\"" : "")>\(cells)</tr>\n"
        }.joined()
        return "<table>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n\(body)</tbody>\n</table>"
    }
}
