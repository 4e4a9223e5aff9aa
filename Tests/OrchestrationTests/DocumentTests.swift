import OrderedCollections
import Testing

@testable import Orchestration

@Suite("Reading templates' texts")
struct DocumentTests {
    private func value(_ text: String) throws(TemplateProblem) -> TemplateValue {
        try TemplateDocument.read(text, file: "t.yaml").value
    }

    @Test("Of keys that are equal the last one holds")
    func equalKeys() throws {
        #expect(try value("a: 1\nb: 2\na: 3\n") == ["b": 2, "a": 3])
        #expect(try value("{\"a\": 1, \"a\": {\"b\": 1, \"b\": 2}}") == ["a": ["b": 2]])
    }

    @Test("Dates stay texts, and words are booleans where YAML 1.1 has them so")
    func plainWords() throws {
        #expect(
            try value("[2014-10-16, yes, 'yes', Off, y, 0x10, 010, 1:30, '5', ~]")
                == ["2014-10-16", true, "yes", false, "y", 16, 8, 90, "5", nil])
    }

    @Test("A number too large for 64 bits keeps its digits")
    func largeNumber() throws {
        #expect(try value("[123456789012345678901]") == ["123456789012345678901"])
    }

    @Test("Merge keys give what the map does not say itself")
    func mergeKeys() throws {
        let text = "base: &b {x: 1, y: 2}\nmore: {<<: *b, y: 3}\nlist: {<<: [{x: 4}, *b], z: 5}\n"
        let read = try value(text)
        #expect(read.value(at: ["more"], .number) == ["x": 1, "y": 3])
        guard case .map(let list)? = read.value(at: ["list"], .number) else {
            Issue.record("The list of merged maps is no map.")
            return
        }
        #expect(list["x"] == 4 && list["y"] == 2 && list["z"] == 5)
    }

    @Test("JSON that is indented by tabs is read")
    func tabs() throws {
        #expect(try value("{\n\t\"a\":\t[1, true]\n}") == ["a": [1, true]])
    }

    @Test("An empty file is an empty map")
    func empty() throws {
        #expect(try value("") == [:])
        #expect(try value("# nothing\n") == [:])
    }

    @Test(
        "What nests without end, repeats without end or is no YAML is refused with its line",
        arguments: [
            String(repeating: "[", count: 100_000),
            String(repeating: "{a: ", count: 50_000),
            String(repeating: "[", count: 200) + String(repeating: "]", count: 200),
            "a: b\n  c: d\n", "a: !!python/object:os.system x\n", "a: *nobody\n", "? [a]\n: b\n",
            "a: \"\\x\"\n", "a: [1, 2\n", "\u{0}", "a: =\n", "<<: 5\n",
        ])
    func hostile(text: String) {
        #expect(throws: TemplateProblem.self) { try value(text) }
    }

    @Test("Aliases that make billions out of little are refused")
    func laughs() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...20 {
            let uses = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(uses)]\n"
        }
        #expect(throws: TemplateProblem.self) { try value(text) }
    }

    @Test("A problem names its file, line and path")
    func place() {
        do {
            _ = try Template(
                parsing: """
                    heat_template_version: 2015-04-30
                    parameters:
                      p: {type: text}
                    resources:
                      r:
                        properties: {a: b}
                    """, file: "t.yaml")
            Issue.record("The template was accepted.")
        } catch {
            #expect(
                error.problems.map(\.place.description)
                    == ["t.yaml:3: parameters.p.type", "t.yaml:6: resources.r"])
        }
    }
}
