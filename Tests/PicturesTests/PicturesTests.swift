import Foundation
import Pictures
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

struct PicturesTests {
    private static let odd = "a<b>&\"'\u{1}é"

    private static var page: String {
        var page = PicturePage(title: odd, lead: odd)
        let marks = (0..<50).map { StripPlot.Mark(Double($0), name: "m\($0)") }
        page.add(
            "strips", note: odd,
            markup: StripPlot(
                title: odd,
                strips: [
                    .init(
                        odd, marks + [.init(-40, name: "slow one", kind: .low)], range: 0...49),
                    .init("none", []), .init("equal", [.init(3, name: "x")]),
                    .init("strange", [.init(.nan, name: "n"), .init(.infinity, name: "i")]),
                ]
            ).svg)
        page.add(
            "racks",
            markup: RackMap(
                title: odd, racks: [.init(odd, [.init(odd, note: odd, heat: .worst)])]
            ).svg)
        page.add(
            "tree",
            markup: TreePicture(
                title: odd, root: .init("all", branches: [.init(odd), .init("b")])
            ).svg)
        page.add("table", markup: DataTable([odd], [.init([odd], isBad: true)]).markup)
        return page.html
    }

    @Test("a page is well-formed whatever names are in it, and needs no network")
    func wellFormed() throws {
        let text = Self.page.replacingOccurrences(of: "<!DOCTYPE html>\n", with: "")
        let parser = XMLParser(data: Data(text.utf8))
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
        let links = text.replacingOccurrences(of: "http://www.w3.org/2000/svg", with: "")
        #expect(!links.contains("http") && !links.contains("src=") && !links.contains("@import"))
    }

    @Test("outliers are named and have another shape than the rest")
    func shapes() {
        #expect(Self.page.contains(">slow one</text>"))
        #expect(Self.page.contains("class=\"low\""))
        #expect(Self.page.contains("✗ "))
        #expect(Self.page.contains("prefers-color-scheme: dark"))
        #expect(Self.page.contains("@media print"))
    }

    @Test("tables line up their columns")
    func table() {
        let table = DataTable(["machine", "verdict"], [.init(["a", "sick"])])
        #expect(table.text == "machine  verdict\na        sick")
    }
}
