import Documents
import OrderedCollections
import TestFiles
import Testing

@testable import Jinja

/// Held against Jinja 3.1.6, whose answers the fixture keeps.
struct JinjaTemplateTests {
    private static func text(
        of template: String, _ values: OrderedDictionary<String, DocumentValue> = [:]
    ) throws -> String {
        try JinjaTemplate(template, named: "t").text(values) { name in
            name == "inc" ? "[{{ n }}{% set zz = 1 %}{{ zz }}]" : nil
        }
    }

    @Test func `every template gives the text that Jinja gives, or fails as it does`() throws {
        let fixture = try Fixture.document("jinja.json")
        let values = try #require(fixture["data"]?.map)
        let cases = try #require(fixture["templates"]?.list)
        #expect(cases.count > 100)
        for item in cases {
            let template = try #require(item["template"]?.string)
            let text = try? Self.text(of: template, values)
            #expect(text == item["output"]?.string, "\(template)")
        }
    }

    @Test(arguments: [
        ("a\n{{ x.y.z }}", 2), ("{% if a %}\n\n{% endfor %}", 3), ("\n{{ 1|unknown }}", 2),
        ("{% for x in 5 %}{% endfor %}", 1), ("\n\n{% extends 'x' %}", 3),
        ("{% macro m() %}\n{{ 1 + 'a' }}{% endmacro %}\n\n{{ m() }}", 2),
    ])
    func `an error names the line of its cause`(_ template: String, _ line: Int) {
        let error = #expect(throws: JinjaError.self) { try Self.text(of: template) }
        #expect(error?.line == line)
        #expect(error?.template == "t")
    }

    @Test(arguments: [
        "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% set l = [] %}{% set _ = l.append(l) %}{{ l }}{{ x.y }}",
    ])
    func `a template that would go on without end is refused`(_ template: String) {
        #expect(throws: JinjaError.self) { try Self.text(of: template) }
    }

    @Test func `brackets nested too deep are refused`() {
        let open = String(repeating: "(", count: 5000)
        #expect(throws: JinjaError.self) { try Self.text(of: "{{ \(open)") }
    }

    @Test(arguments: [
        ("1", "+1"), ("1", " < 1"), ("1", "|int"), ("1", " is odd"), ("x", ".a"), ("x", "[0]"),
        ("x", "(1)"), ("1", " if 1"),
    ])
    func `a chain of operators or points without end is refused`(_ start: String, _ link: String) {
        let chain = start + String(repeating: link, count: 20_000)
        #expect(throws: JinjaError.self) { try Self.text(of: "{{ \(chain) }}") }
    }

    @Test func `a chain of five hundred operators is rendered`() throws {
        let sum = "1" + String(repeating: "+1", count: 500)
        #expect(try Self.text(of: "{{ \(sum) }}{{ \(sum) }}") == "501501")
    }

    @Test func `macros with statements deep in each other are refused before the stack ends`() {
        let (depth, links) = (190, 490)
        let template =
            "{% macro m() %}" + String(repeating: "{% if 1 %}", count: depth)
            + "{{ m()" + String(repeating: "+1", count: links) + " }}"
            + String(repeating: "{% endif %}", count: depth) + "{% endmacro %}{{ m() }}"
        #expect(throws: JinjaError.self) { try Self.text(of: template) }
    }

    @Test(arguments: [
        "{% set ns.x = ns.x ~ ns.x %}", "{% set ns.x = [ns.x, ns.x] %}{{ ns.x }}",
        "{% set _ = ns.l.extend(ns.l) %}",
        "{% set ns.a = [ns.a, ns.a] %}{% set ns.b = [ns.b, ns.b] %}{{ ns.a == ns.b }}",
        "{% set ns.a = (ns.a, ns.a) %}{% set ns.b = (ns.b, ns.b) %}{{ ns.a in [ns.b] }}",
        "{% set ns.a = (ns.a, ns.a) %}{{ [ns.a, ns.a]|sort }}",
        "{% set _ = ns.l.append(ns.l) %}{% set _ = ns.l.append(ns.l) %}{{ ns.l.count(ns.l) }}",
        "{% set _ = ns.l.append(ns.l) %}{{ ns.l == ns.l }}",
    ])
    func `what doubles in every round is refused before memory or time ends`(_ body: String) {
        let start = "{% set ns = namespace(x='a', l=[1], a=1, b=1) %}"
        #expect(throws: JinjaError.self) {
            try Self.text(of: "\(start){% for i in range(60) %}\(body){% endfor %}")
        }
    }

    @Test func `a template that includes itself is refused`() throws {
        let template = try JinjaTemplate("{% include 'a' %}", named: "a")
        #expect(throws: JinjaError.self) { try template.text([:]) { _ in "{% include 'a' %}" } }
    }
}
