/// Rows of cells, each column as wide as its widest cell.
public struct TextTable: Sendable {
    private let rows: [[String]]

    public init(header: [String], _ rows: [[String]]) { self.rows = [header] + rows }

    public var lines: [String] {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        }
        return rows.map { row in
            let padded = row.enumerated().map { column, cell in
                cell + String(repeating: " ", count: widths[column] - cell.count)
            }
            return Self.withoutEnd(padded.joined(separator: "  "))
        }
    }

    /// Without blanks at its end.
    private static func withoutEnd(_ line: String) -> String {
        guard let last = line.utf8.lastIndex(where: { $0 != UInt8(ascii: " ") }) else { return "" }
        return String(line[...last])
    }
}
