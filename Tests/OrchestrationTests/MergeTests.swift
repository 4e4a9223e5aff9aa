import Testing

@testable import Orchestration

@Suite("Merging templates")
struct MergeTests {
    private static let trees = "inputs/tripleo-heat-templates"
    private static let areThere = SharedFiles.areThere(trees)

    /// A tree, its dialect, the templates that are merged, how they are scaled, and the result that
    /// TripleO's own merging had.
    private static let examples: [(String, TemplateVersion.Dialect, [String], [String], String)] = [
        ("2014-05", .cloudFormation, ["source"], [], "source_lib_result"),
        ("2014-05", .cloudFormation, ["source2"], [], "source2_lib_result"),
        ("2014-05", .cloudFormation, ["source_include_subkey"], [], "source_include_subkey_result"),
        (
            "2014-05", .cloudFormation, ["launchconfig1", "launchconfig2"], [],
            "launchconfig_result"
        ),
        ("2014-05", .cloudFormation, ["scale1"], ["NovaCompute=3"], "scale_result"),
        ("2014-05", .cloudFormation, ["scale_map"], ["NovaCompute=3"], "scale_map_result"),
        ("2015-06", .hot, ["source2_hot"], [], "source2_lib_result_hot"),
        ("2015-06", .hot, ["source_include_subkey_hot"], [], "source_include_subkey_result_hot"),
        ("2015-06", .hot, ["scale1_hot"], ["NovaCompute=3"], "scale_result_hot"),
        ("2015-06", .hot, ["scale_map_hot"], ["NovaCompute=3"], "scale_map_result_hot"),
        (
            "2015-06", .hot, ["launchconfig1_hot", "launchconfig2_hot"], [],
            "launchconfig_result_hot"
        ),
    ]

    @Test(
        "TripleO's examples come to the results that TripleO had",
        .enabled(if: areThere, "SKIPPED: ../shared/inputs/tripleo-heat-templates is not there"),
        arguments: examples.indices)
    func likeTripleO(index: Int) throws {
        let (tree, dialect, sources, scaling, expected) = Self.examples[index]
        let base = "\(Self.trees)/\(tree)"
        var files: [(name: String, text: String)] = []
        for source in sources {
            let name = "examples/\(source).yaml"
            files.append((name, try SharedFiles.text("\(base)/\(name)")))
        }
        let merged = try TemplateMerge.merge(
            files, in: dialect, scaling: scaling.compactMap(ScalingRule.init),
            including: { try? SharedFiles.text("\(base)/\($0)") })
        let result = try TemplateDocument.read(
            SharedFiles.text("\(base)/examples/\(expected).yaml"), file: expected
        ).value
        #expect(merged.conflicts.isEmpty)
        #expect(merged.template.json(.sorted) == result.json(.sorted))
    }

    private func merged(
        _ texts: [String], _ scaling: [String] = [], _ roles: RoleTranslation? = nil
    ) throws(TemplateProblem) -> MergedTemplate {
        let files = texts.enumerated().map { (name: "t\($0.offset).yaml", text: $0.element) }
        return try TemplateMerge.merge(
            files, in: .cloudFormation, scaling: scaling.compactMap(ScalingRule.init),
            roles: roles, including: { $0 == "loop.yaml" ? "__include__: {path: loop.yaml}" : nil })
    }

    private func resources(_ template: MergedTemplate) -> TemplateValue? {
        template.template.value(at: ["Resources"], .number)
    }

    @Test("Numbers that are left out are not used, and as many copies are made")
    func omittedNumbers() throws {
        let text = """
            Resources:
              C0: {Type: T, Properties: {own: {Ref: C0Key}, peers: [C0, other]}}
              All: {Type: T, Properties: {names: [C0, C0Key]}}
            """
        let template = try merged([text], ["C=3,1,2"])
        let own: [TemplateValue] = ["C0", "C3", "C4"]
        #expect(
            resources(template)?.value(at: ["All", "Properties", "names"], .number)
                == ["C0", "C3", "C4", "C0Key", "C3Key", "C4Key"])
        for name in own {
            let properties = resources(template)?.value(at: [name, "Properties"], .number)
            #expect(
                properties == [
                    "own": ["Ref": .string(name.text + "Key")], "peers": [name, "other"],
                ])
        }
    }

    @Test("What later templates say otherwise is told, and the first one holds")
    func conflicts() throws {
        let template = try merged([
            "Parameters: {a: {Type: String}}\nResources: {r: {Type: T}}\n",
            "Parameters: {a: {Type: Number}}\nResources: {r: {Type: T}, s: {Type: U}}\n",
        ])
        #expect(template.conflicts.map(\.description).count == 1)
        #expect(template.conflicts.first?.place.description == "t1.yaml: Parameters.a")
        #expect(resources(template) == ["r": ["Type": "T"], "s": ["Type": "U"]])
    }

    @Test("Servers of slave roles become the master's, with the elements of both")
    func roles() throws {
        let elements = "OpenStack::ImageBuilder::Elements"
        let template = try merged(
            [
                """
                Resources:
                  a: {Type: OS::Nova::Server, Metadata: {OpenStack::Role: x, \(elements): [one]}}
                """,
                """
                Resources:
                  b: {Type: OS::Nova::Server, Metadata: {OpenStack::Role: y, \(elements): [two]}}
                  c: {Type: T, DependsOn: b, Properties: {p: {'Fn::GetAtt': [b, addr]}}}
                """,
            ], [], RoleTranslation(master: "x", slaves: ["y"]))
        let metadata = resources(template)?.value(at: ["x", "Metadata"], .number)
        #expect(metadata?.value(at: [.string(elements)], .number) == ["one", "two"])
        #expect(
            resources(template)?.value(at: ["c"], .number)
                == [
                    "Type": "T", "DependsOn": "x",
                    "Properties": ["p": ["Fn::GetAtt": ["x", "addr"]]],
                ])
    }

    @Test(
        "Files that are not there, or include each other without end, are told",
        arguments: [
            "__include__: {path: nowhere.yaml}", "__include__: {path: loop.yaml}",
            "__include__: 5", "Resources: {r: {Type: FileInclude}}",
            "Resources: {r: {Type: FileInclude, Path: nowhere.yaml}}", "[a]",
        ])
    func inclusion(text: String) {
        #expect(throws: TemplateProblem.self) { try merged([text]) }
    }

    @Test(
        "Scaling is a prefix, a count and numbers",
        arguments: ["C", "C=", "=3", "C=x", "C=-1", "C=1,y", "C=99999"])
    func badScaling(text: String) {
        #expect(ScalingRule(text) == nil)
    }
}
