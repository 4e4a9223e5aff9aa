import Hardware
import Yams

/// Rows of comma-separated values (RFC 4180). Space around a cell without quotes is not part of
/// it; empty rows and those that begin with `#` are left out.
struct CSVRows {
    struct Cell {
        let text: String
        let line: Int
    }

    private(set) var rows: [[Cell]] = []
    private var row: [Cell] = []
    private var cell: [Character] = []
    private var isQuoted = false
    /// Where the open cell and its quotes began.
    private var start = 1
    private var line = 1

    /// - Parameter log: hears of quotes that do not end.
    init(_ text: String, log: InputProblemLog) {
        var rest = text[...]
        while let character = rest.popFirst() {
            if character == "\"", cell.allSatisfy(\.isWhitespace), !isQuoted {
                start = line
                takeQuoted(&rest, log)
            } else {
                take(character)
            }
            if character.isNewline { line += 1 }
        }
        endRow()
    }

    private mutating func take(_ character: Character) {
        if character == "," {
            endCell()
        } else if character.isNewline {
            endRow()
        } else {
            cell.append(character)
        }
    }

    /// Reads to the quotes that end; two together are one that does not.
    private mutating func takeQuoted(_ rest: inout Substring, _ log: InputProblemLog) {
        cell = []
        isQuoted = true
        while let character = rest.popFirst() {
            if character.isNewline { line += 1 }
            if character != "\"" {
                cell.append(character)
            } else if rest.first == "\"" {
                cell.append(rest.removeFirst())
            } else {
                return
            }
        }
        log.add(line: start, "found quotes that do not end")
    }

    private mutating func endCell() {
        let bare = String(cell)
        let text = isQuoted ? bare : bare.withoutOuterSpace
        row.append(Cell(text: text, line: isQuoted ? start : line))
        cell = []
        isQuoted = false
    }

    private mutating func endRow() {
        endCell()
        let isEmpty = row.allSatisfy(\.text.isEmpty)
        if !isEmpty && row.first?.text.first != "#" { rows.append(row) }
        row = []
    }
}

extension String {
    var withoutOuterSpace: String {
        let start = drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
}
