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
}
