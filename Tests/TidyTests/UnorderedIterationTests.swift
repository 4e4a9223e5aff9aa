import Testing

@Suite("Walks over dictionaries and sets")
struct UnorderedIterationTests {
    @Test("are sorted or of no effect, in every file of the product")
    func tree() {
        Violation.report(UnorderedIterationRule.violations(in: Repository.swiftFiles))
    }

    @Test(
        "are caught where the order of chance shows",
        arguments: [
            "for node in nodes { }", "for (key, value) in self.nodes { }",
            "for node in nodes where node.isOn { }", "for node in nodes.values { }",
            "nodes.map { $0 }", "nodes.values.map(\\.name)", "Array(nodes.keys)",
            "nodes.filter { $0.isOn }.first", "nodes.forEach { use($0) }",
            "let text = \"\\(nodes.keys.joined())\"", "return nodes.first",
        ],
        [
            "var nodes: [String: Int] = [:]", "private let nodes: Set<Int>",
            "var nodes = Set<Int>()", "var nodes = [Int: [Int]]()",
            "let nodes: Dictionary<Int, Int>",
        ]
    )
    func caught(use: String, declaration: String) {
        #expect(violations("\(declaration)\nfunc f() { \(use) }").count == 1)
    }

    @Test(
        "are left alone where no order shows",
        arguments: [
            "for node in nodes.sorted() { }", "nodes.keys.sorted().map { $0 }",
            "nodes.values.map { $0 }.sorted()", "nodes[3]", "nodes[3].map { $0 }",
            "nodes.insert(3)",
            "nodes.values.contains { $0.isOn }", "nodes.keys.max()", "nodes.isEmpty",
            "Set(nodes.map { $0 + 1 })", "other.nodes.map { $0 }", "f(nodes: others.map { $0 })",
            "for node in others where nodes.contains(node) { }", "nodes.mapValues { $0 + 1 }",
            "// The order does not matter: all are counted.\nfor node in nodes { }",
        ]
    )
    func leftAlone(use: String) {
        #expect(violations("var nodes: Set<Int> = []\nfunc f() { \n\(use) }") == [])
    }

    @Test("are caught in a facet of the type that declares the name, and not in another type")
    func facets() {
        let type = SwiftFile(path: "Sources/Images/A.swift", text: "var nodes: Set<Int>")
        let walk = "func f() { nodes.map { $0 } }"
        let facet = SwiftFile(path: "Sources/Images/A+Walk.swift", text: walk)
        let other = SwiftFile(path: "Sources/Images/B.swift", text: walk)
        let found = UnorderedIterationRule.violations(in: [type, facet, other])

        #expect(found.map(\.path) == ["Sources/Images/A+Walk.swift"])
    }

    @Test("are caught in parameters, and names that stand for two things are left alone")
    func parameters() {
        #expect(violations("func f(_ nodes: Set<Int>) { nodes.map { $0 } }").count == 1)
        let both = "var nodes: Set<Int>\nfunc f(_ nodes: [Int]) { nodes.map { $0 } }"
        #expect(violations(both) == [])
    }

    @Test(
        "of ordered collections, arrays and literals are left alone",
        arguments: [
            "var nodes: [Int]", "var nodes: OrderedDictionary<Int, Int>",
            "let nodes: KeyValuePairs = [1: 2]", "var nodes: [[Int: Int]]",
            "let nodes = [a ? b : c]",
            "var nodes: OrderedSet<Int> = []",
        ]
    )
    func ordered(declaration: String) {
        #expect(violations("\(declaration)\nfunc f() { for node in nodes { } }") == [])
    }

    private func violations(_ text: String) -> [Violation] {
        UnorderedIterationRule.violations(
            in: [SwiftFile(path: "Sources/BareMetal/A.swift", text: text)]
        )
    }
}
