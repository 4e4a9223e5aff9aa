import Fleet
import Testing

@Suite("A table of text")
struct TextTableTests {
    @Test("has columns as wide as their widest cells, and no blanks at the ends of its lines")
    func widths() {
        let table = TextTable(header: ["name", "power"], [["a", "on "], ["longer", ""], ["b"]])
        #expect(table.lines == ["name    power", "a       on", "longer", "b"])
    }
}
