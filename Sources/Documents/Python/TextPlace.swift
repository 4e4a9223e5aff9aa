/// Where something stands in a text: lines and columns from 1, columns in Unicode scalars.
package struct TextPlace: Sendable, Hashable {
    package let line: Int
    package let column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

extension TextPlace: CustomStringConvertible {
    package var description: String { "line \(line), column \(column)" }
}
