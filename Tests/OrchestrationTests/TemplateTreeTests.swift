import OrderedCollections
import Testing

@testable import Orchestration

struct TemplateTreeTests {
    private static let root = """
        heat_template_version: 2015-04-30
        parameters:
          Size: {type: number}
        resources:
          net: {type: OS::Heat::Value, properties: {value: 1}}
          member:
            type: My::Member
            depends_on: net
            properties: {size: {get_param: Size}, text: {get_file: files/a.txt}}
          group:
            type: OS::Heat::ResourceGroup
            properties:
              count: 2
              resource_def: {type: nested/leaf.yaml, properties: {name: {get_attr: [member, out]}}}
        """
    private static let files = [
        "top/root.yaml": root,
        "top/files/a.txt": "A",
        "top/env/e.yaml": """
        parameters: {Size: 3}
        resource_registry: {"My::Member": ../nested/member.yaml}
        """,
        "top/nested/member.yaml": """
        heat_template_version: 2015-04-30
        parameters:
          size: {type: number, constraints: [{range: {max: 5}}]}
          text: {type: string}
        resources:
          leaf: {type: leaf.yaml, properties: {name: {get_file: ../files/a.txt}}}
        outputs: {out: {value: {get_attr: [leaf, out]}}}
        """,
        "top/nested/leaf.yaml": """
        heat_template_version: 2015-04-30
        parameters: {name: {type: string}}
        resources: {it: {type: OS::Heat::Value, properties: {value: {get_param: name}}}}
        outputs: {out: {value: {get_attr: [it, value]}}}
        """,
    ]

    private static func tree(_ changes: [String: String] = [:]) -> TemplateTree {
        let files = Self.files.merging(changes) { $1 }
        return TemplateTree(
            gathering: "./top/root.yaml", environments: ["top/env/../env/e.yaml"]
        ) { files[$0] }
    }

    private static func problems(
        _ changes: [String: String], for purpose: TemplateTreeCheck.Purpose = .review
    ) -> [String] {
        TemplateTreeCheck.problems(in: tree(changes), for: purpose).map(\.description)
    }

    @Test("What is no template keeps a stack from being made only where it is used")
    func unusedTemplates() {
        let broken = "heat_template_version: 2015-04-30\noutputs: {a: {value: {get_attr: b}}}"
        let registry = """
            parameters: {Size: 3}
            resource_registry:
              "My::Member": ../nested/member.yaml
              "My::Other": ../nested/broken.yaml
            """
        let files = ["top/nested/broken.yaml": broken, "top/env/e.yaml": registry]
        #expect(Self.problems(files, for: .creation).isEmpty)
        #expect(Self.problems(files).count == 1)
        let used = Self.root.replacing("net: {type: OS::Heat::Value", with: "net: {type: My::Other")
            .replacing(", properties: {value: 1}}", with: "}")
        let problems = Self.problems(
            files.merging(["top/root.yaml": used]) { $1 }, for: .creation)
        #expect(problems.count == 1 && problems[0].contains("get_attr"), "\(problems)")
    }

    @Test("A tree is gathered from file to file, and each file has one name")
    func gathering() throws {
        let tree = Self.tree()
        #expect(tree.problems.isEmpty)
        #expect(
            tree.files.keys.sorted() == [
                "top/files/a.txt", "top/nested/leaf.yaml", "top/nested/member.yaml",
            ])
        #expect(tree.files["top/files/a.txt"] == "A")
        #expect(tree.template?.contains(#""type": "top/nested/leaf.yaml""#) == true)
        #expect(tree.template?.contains(#"{"get_file": "top/files/a.txt"}"#) == true)
        let registry = try tree.environment().registry
        #expect(
            registry.implementation(of: "My::Member", for: "member")
                == .template("top/nested/member.yaml"))
        #expect(TemplateTreeCheck.problems(in: tree).isEmpty)
    }

    @Test(
        "What is wrong anywhere in a tree is told with its file, line and path",
        arguments: [
            (
                "top/nested/leaf.yaml", "heat_template_version: 2015-04-30\nresourcs: {}\n",
                "top/nested/leaf.yaml:2: resourcs: unknown section"
            ),
            (
                "top/env/e.yaml", "parameters: {Size: 3, Other: 1}\n",
                "top/env/e.yaml:1: parameters.Other: the parameter 'Other' is none"
            ),
            (
                "top/env/e.yaml",
                "parameters: {Size: 3}\nresource_registry:\n  My::Member: no.yaml\n",
                "top/env/e.yaml:3: resource_registry.My::Member: there is no file 'top/env/no.yaml'"
            ),
            ("top/env/e.yaml", "parameters: {Size: 3}\n", "there is no resource type 'My::Member'"),
            (
                "top/env/e.yaml",
                "parameters: {Size: 9}\nresource_registry: {\"My::Member\": ../nested/member.yaml}",
                "top/nested/member.yaml:3: parameters.size"
            ),
            (
                "top/nested/leaf.yaml",
                """
                heat_template_version: 2015-04-30
                parameters: {title: {type: string}}
                resources: {it: {type: OS::Heat::Value, properties: {valeu: 1}}}
                """,
                "'valeu' is no property of OS::Heat::Value"
            ),
        ])
    func problem(_ file: String, _ text: String, _ message: String) {
        let problems = Self.problems([file: text])
        #expect(problems.contains { $0.contains(message) }, "\(problems)")
    }

    @Test("A value that the root lacks may come from whoever creates the stack")
    func awaited() {
        let registry = "resource_registry: {\"My::Member\": ../nested/member.yaml}"
        #expect(Self.problems(["top/env/e.yaml": registry]) == [])
        let missing = Self.problems(["top/env/e.yaml": registry], for: .creation)
        #expect(missing.count == 1)
        #expect(missing.first?.contains("parameter 'Size' has no default") == true)
    }

    @Test("A nested template's parameters must be given, and others not")
    func parameters() {
        let problems = Self.problems([
            "top/nested/leaf.yaml": """
            heat_template_version: 2015-04-30
            parameters: {title: {type: string}}
            """
        ])
        let expected = [
            "'name' is no parameter of top/nested/leaf.yaml",
            "it gives no value for the parameter 'title' of top/nested/leaf.yaml",
        ]
        for message in expected {
            // Once where the group uses it, and once in the other template.
            #expect(problems.filter { $0.contains(message) }.count == 2, "\(problems)")
        }
    }

    @Test("Templates that stand for each other end")
    func circle() {
        let problems = Self.problems([
            "top/nested/leaf.yaml": """
            heat_template_version: 2015-04-30
            parameters: {name: {type: string}}
            resources: {it: {type: leaf.yaml, properties: {name: x}}}
            """
        ])
        #expect(problems.isEmpty)
    }

    @Test("A graph has a column for every step, and a picture that needs nothing else")
    func graph() throws {
        let graph = try ResourceGraph(of: Self.tree())
        #expect(graph.columns == [["net"], ["member"], ["group"]])
        #expect(graph.nodes["member"]?.isNested == true)
        let svg = ResourceGraphPicture(of: graph, title: "a < b").svg
        #expect(svg.hasPrefix("<svg xmlns"))
        #expect(svg.contains("<title>a &lt; b</title>"))
        #expect(svg.contains("prefers-color-scheme: dark"))
        #expect(svg.split(separator: "class=\"edge\"").count == 3)
    }

    @Test(
        "TripleO's overclouds are whole, but for files that nobody copied",
        .enabled(
            if: SharedFiles.areThere("inputs/tripleo-heat-templates"),
            "SKIPPED: ../shared/inputs/tripleo-heat-templates is not there"),
        arguments: ["2015-06", "2016-01"])
    func overcloud(_ tree: String) throws {
        let folder = "inputs/tripleo-heat-templates/\(tree)"
        let root = tree == "2015-06" ? "overcloud-without-mergepy.yaml" : "overcloud.yaml"
        let registry = "overcloud-resource-registry-puppet.yaml"
        let gathered = TemplateTree(
            gathering: "\(folder)/\(root)", environments: ["\(folder)/\(registry)"]
        ) { try? SharedFiles.text($0) }
        #expect(gathered.files.count > 20)
        let problems = TemplateTreeCheck.problems(in: gathered)
        let others = problems.map(\.description).filter { text in
            !text.contains("there is no file") && !text.contains("came with the template")
                && !text.contains("has no default")
        }
        // TripleO's own client gives it a value for all templates.
        let password = "gives no value for the parameter 'SnmpdReadonlyUserPassword'"
        #expect(others.filter { $0.contains(password) }.count == (tree == "2015-06" ? 0 : 2))
        #expect(others.allSatisfy { $0.contains(password) }, "\(others.joined(separator: "\n"))")
    }
}
