import Testing

@testable import Documents

@Suite struct XMLReaderTests {
    @Test func `elements are read with their attributes and texts`() throws {
        let root = try XMLReader.read(
            "<?xml version=\"1.0\"?>\n<!-- x --><a k='1 &amp; 2'><b>t&#x41;</b><b/>rest</a>\n")
        #expect(root[attribute: "k"] == "1 & 2")
        #expect(root.children(named: "b").map(\.content) == ["tA", ""])
        #expect(root.content == "rest")
        #expect(root.descendants.count == 2)
    }

    @Test(
        "what is no XML is refused with the place",
        arguments: [
            "", "<a>", "<a></b>", "<a k=1/>", "<a k='1' k='2'/>", "<a>&nothing;</a>", "<a/><b/>",
            String(repeating: "<a>", count: XMLLimits.depth + 1),
        ])
    func refused(text: String) {
        #expect(throws: XMLProblem.self) { try XMLReader.read(text) }
    }

    @Test func `what is written is read again`() throws {
        let element = XMLElement("a", ["k": "<\"&>"], [XMLElement("b", text: "1 < 2")])
        #expect(try XMLReader.read(element.text) == element)
    }
}
