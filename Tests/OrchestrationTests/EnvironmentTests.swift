import OrderedCollections
import Testing

@testable import Orchestration

/// The expected values are openstack-heat 24's, but where it ends in an error of its own making.
@Suite("Environments")
struct EnvironmentTests {
    private static func schemas() throws(TemplateError) -> [String: ParameterSchema] {
        let template = try Template(
            parsing: """
                heat_template_version: 2016-10-14
                parameters:
                  s: {type: string}
                  n: {type: number}
                  l: {type: comma_delimited_list}
                  j: {type: json}
                  b: {type: boolean}
                """, file: "t.yaml")
        return Dictionary(uniqueKeysWithValues: template.parameters.map { ($0.key, $0.value) })
    }

    private func merged(_ texts: [String]) throws(TemplateError) -> Environment {
        var files: [EnvironmentFile] = []
        for (index, text) in texts.enumerated() {
            files.append(try EnvironmentFile(parsing: text, file: "e\(index).yaml"))
        }
        return try Environment(merging: files, schemas: try Self.schemas())
    }

    @Test(
        "Parameters of several files are merged as they ask for",
        arguments: [
            (["parameters: {s: a, n: 1}", "parameters: {s: b}"], #"{"s": "b", "n": 1}"#),
            (
                [
                    "parameters: {s: a}\nparameter_merge_strategies: {s: merge}",
                    "parameters: {s: b}",
                ],
                #"{"s": "ab"}"#
            ),
            (
                [
                    "parameters: {l: [a], j: {a: {b: 1}, c: [1], t: x}}\n"
                        + "parameter_merge_strategies: {default: deep_merge}",
                    "parameters: {l: [c], j: {a: {d: 2}, c: [2], t: y, z: null}}\n"
                        + "parameter_merge_strategies: {default: deep_merge}",
                ],
                #"{"l": ["a", "c"], "j": {"a": {"b": 1, "d": 2}, "c": [1, 2], "t": "xy"}}"#
            ),
            (
                [
                    "parameters: {l: 'a,b', j: {a: {b: 1}, c: 1}}\n"
                        + "parameter_merge_strategies: {default: merge}",
                    "parameters: {l: 'c', j: {a: {d: 2}}}\n"
                        + "parameter_merge_strategies: {default: merge}",
                ], #"{"l": "a,b,c", "j": {"a": {"d": 2}, "c": 1}}"#
            ),
            (["parameters: {s: a}", "parameters: {s: null, n: 2}"], #"{"s": "a", "n": 2}"#),
        ])
    func merging(texts: [String], expected: String) throws {
        #expect(TemplateValue.map(try merged(texts).parameters).json() == expected)
    }

    @Test(
        "What cannot be merged is refused",
        arguments: [
            ["parameters: {s: a}", "parameters: {s: b}\nparameter_merge_strategies: {s: merge}"],
            [
                "parameters: {b: true}\nparameter_merge_strategies: {b: merge}",
                "parameters: {b: false}\nparameter_merge_strategies: {b: merge}",
            ],
            [
                "parameters: {l: [a]}\nparameter_merge_strategies: {l: merge}",
                "parameters: {l: b}\nparameter_merge_strategies: {l: merge}",
            ],
        ])
    func conflicts(texts: [String]) {
        #expect(throws: TemplateError.self) { try merged(texts) }
    }

    @Test(
        "Sections that there are not, or that are empty, are told with their line",
        arguments: [
            ("parameters: {a: b}\nresources: {}\n", 2), ("a: b\n", 1), ("parameters:\n", 1),
            ("parameters: [a]\n", 1), ("[a]\n", 1), ("event_sinks: {a: b}\n", 1),
            ("parameter_merge_strategies: {a: sideways}\n", 1),
        ])
    func sections(text: String, line: Int) {
        do throws(TemplateError) {
            _ = try EnvironmentFile(parsing: text, file: "e.yaml")
            Issue.record("The environment was accepted.")
        } catch {
            #expect(error.problems.map(\.place.line) == [line])
        }
    }
}
