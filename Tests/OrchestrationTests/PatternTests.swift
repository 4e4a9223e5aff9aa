import Foundation
import Testing

@testable import Orchestration

@Suite("Patterns of parameters")
struct PatternTests {
    /// A pattern, a text, and whether Python's `re.match` takes the text to its end.
    private struct Case: Decodable {
        let pattern: String
        let text: String
        let isMatch: Bool

        init(from decoder: any Decoder) throws {
            var values = try decoder.unkeyedContainer()
            pattern = try values.decode(String.self)
            text = try values.decode(String.self)
            isMatch = try values.decode(Bool.self)
        }
    }

    @Test("take what Python's take, by the match that it finds first")
    func likePython() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/patterns.json")
        let cases = try JSONDecoder().decode([Case].self, from: Data(contentsOf: file))
        #expect(cases.count > 400)
        for item in cases {
            let program = try? PatternParser.program(item.pattern)
            #expect(program != nil, "\(item.pattern)")
            let isMatch = TextPattern.matches(item.text, item.pattern)
            #expect(isMatch == item.isMatch, "\(item.pattern) on \(item.text)")
        }
    }

    @Test(
        "are decided soon, however many ways there are to try",
        arguments: ["(a+)+$", "(a|a)*$", "(a*)*b", "(.*a){12}$", "(?:a?){200}a{200}b"])
    func bounded(_ pattern: String) {
        #expect(!TextPattern.matches(String(repeating: "a", count: 2000) + "!", pattern))
    }

    @Test(
        "that need more than a step and a place are still read",
        arguments: [("(a)\\1", "aa"), ("(?>a+)b", "aab")])
    func others(_ pattern: String, _ text: String) {
        #expect(throws: PatternParser.Unread.self) { try PatternParser.program(pattern) }
        #expect(TextPattern.matches(text, pattern))
    }
}
