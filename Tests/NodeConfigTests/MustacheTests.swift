import Documents
import TestFiles
import Testing

@testable import NodeAgent

/// Held against os-apply-config 14.1.0 with pystache 0.6.8, whose answers the fixture keeps.
struct MustacheTests {
    @Test func `every template gives the bytes that os-apply-config gives, or fails as it does`()
        throws
    {
        let fixture = try Fixture.document("apply-config.json")
        let values = try #require(fixture["values"])
        let cases = try #require(fixture["templates"]?.list)
        #expect(cases.count > 300)
        for item in cases {
            let template = try #require(item["template"]?.string)
            var rendering = MustacheRendering(values)
            let text = try? rendering.text(of: MustacheTemplate(template))
            #expect(text == item["output"]?.string, "\(template.debugDescription)")
        }
    }

    @Test func `a partial is moved to the right as far as its tag`() throws {
        var rendering = MustacheRendering(["x": "v"]) { name in
            name == "part" ? "a\n\n{{x}}\n" : nil
        }
        let text = try rendering.text(of: MustacheTemplate("[\n  {{> part}}\n]\n"))
        #expect(text == "[\n  a\n\n  v\n]\n")
    }

    @Test func `a partial that includes itself is refused`() throws {
        var rendering = MustacheRendering([:]) { _ in "{{>again}}" }
        #expect(throws: MustacheError.self) {
            try rendering.text(of: MustacheTemplate("{{>again}}"))
        }
    }

    @Test func `sections deep in each other are refused before the stack ends`() {
        let template =
            String(repeating: "{{#a}}", count: 20_000) + String(repeating: "{{/a}}", count: 20_000)
        #expect(throws: MustacheError.self) { try MustacheTemplate(template) }
    }

    @Test func `sections that go through lists again and again are refused in time`() throws {
        let template =
            String(repeating: "{{#a}}", count: 60) + String(repeating: "{{/a}}", count: 60)
        var rendering = MustacheRendering(["a": [1, 2]])
        #expect(throws: MustacheError.self) {
            try rendering.text(of: MustacheTemplate(template))
        }
    }

    @Test func `values are accepted as the types that os-apply-config takes them for`() throws {
        let fixture = try Fixture.document("apply-config.json")
        let texts = try #require(fixture["texts"]?.list).compactMap(\.string)
        let accepted = Set(try #require(fixture["accepted"]?.list))
        for type in ConfigValueType.allCases {
            for text in texts {
                let pair: DocumentValue = ["type": .string(type.rawValue), "text": .string(text)]
                let isAccepted = accepted.contains(pair)
                #expect(type.accepts(text) == isAccepted, "\(type) \(text.debugDescription)")
            }
        }
    }
}
