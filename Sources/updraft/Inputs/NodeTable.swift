import Foundation

/// The nodes of a file, a line for each.
struct NodeTable {
    private let rows: [NodeRow]

    init(_ rows: [NodeRow]) { self.rows = rows }

    func print(asJSON: Bool) throws {
        if asJSON { return try printJSON() }
        for line in lines { StandardOutput.print(line) }
        StandardOutput.print("\(rows.count) " + (rows.count == 1 ? "node" : "nodes"))
    }

    private var lines: [String] {
        let lines = [NodeRow.header] + rows.map(\.cells)
        let widths = NodeRow.header.indices.map { column in
            lines.map { $0[column].count }.max() ?? 0
        }
        return lines.map { line in
            let cells = line.enumerated().map { index, cell in
                cell + String(repeating: " ", count: widths[index] - cell.count)
            }
            return cells.joined(separator: "  ").trimmingCharacters(in: .whitespaces)
        }
    }

    private func printJSON() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        StandardOutput.print(String(decoding: try encoder.encode(rows), as: UTF8.self))
    }
}
