import Foundation
import OrderedCollections
import Testing

@testable import Orchestration

@Suite("YAQL")
struct YaqlTests {
    /// An expression, what it was evaluated over, and what yaql 3 made of it.
    private struct Case: Decodable {
        let expression: String
        let data: String
        /// As `json.dumps` writes it; nil where yaql refused the expression.
        let result: String?
    }

    private static func cases() throws -> [Case] {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/yaql.json")
        return try JSONDecoder().decode([Case].self, from: Data(contentsOf: file))
    }

    @Test("Expressions come to what yaql makes of them, and what it refuses is refused")
    func likeYaql() throws {
        let cases = try Self.cases()
        #expect(cases.count > 300)
        for item in cases {
            let result = Self.result(of: item)
            #expect(result == item.result, "\(item.expression) over \(item.data)")
        }
    }

    private static func result(of item: Case) -> String? {
        guard let node = try? YaqlParser.parse(item.expression),
            let data = try? TemplateDocument.read(item.data, file: "data").value
        else { return nil }
        return try? YaqlEvaluator.value(of: node, over: .map(["data": data])).json()
    }

    @Test(
        "A chain of operators or points without end is refused",
        arguments: [
            ("1", "+1"), ("1", " < 1"), ("$", ".a"), ("$", "[0]"), ("$", ".len()"), ("a", "->a"),
            ("true", " and true"),
        ])
    func endlessChain(_ start: String, _ link: String) {
        let chain = start + String(repeating: link, count: 20_000)
        #expect(throws: YaqlError.self) { try YaqlParser.parse(chain) }
    }

    @Test("A chain of five hundred operators is evaluated")
    func longChain() throws {
        let sum = "1" + String(repeating: "+1", count: 500)
        #expect(try YaqlEvaluator.value(of: YaqlParser.parse(sum), over: .null) == 501)
    }

    @Test(
        "What doubles in every round is refused before memory ends",
        arguments: [
            "range(60).aggregate($1 + $1, 'a')", "range(60).aggregate($1 + $1, [1])",
            "range(60).aggregate([$1, $1], 1).toJson()", "range(60).accumulate($1 + $1, 'a')",
            "range(60).aggregate($1.replace(a, aa), a)",
            "range(60).aggregate($1.join($1), [a, a])",
        ])
    func doubling(_ expression: String) {
        #expect(throws: YaqlError.self) {
            try YaqlEvaluator.value(of: YaqlParser.parse(expression), over: .null)
        }
    }
}
