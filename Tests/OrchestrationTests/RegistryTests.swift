import Testing

@testable import Orchestration

/// The expected answers are openstack-heat 24's, but where it ends in a recursion without end.
@Suite("What stands behind types")
struct RegistryTests {
    private func registry(_ text: String) throws(TemplateError) -> ResourceRegistry {
        let file = try EnvironmentFile(parsing: "resource_registry: \(text)", file: "e.yaml")
        return try Environment(merging: [file]).registry
    }

    @Test(
        "A type is a template or a type of the engine's own",
        arguments: [
            ("{A: dir/a.yaml}", "A", ResourceImplementation.template("dir/a.yaml")),
            ("{A: B, B: OS::Heat::None}", "A", .builtIn("OS::Heat::None")),
            (
                "{'OS::Networking::*': 'OS::Neutron::*'}", "OS::Networking::Port",
                .builtIn("OS::Neutron::Port")
            ),
            ("{'OS::*': OS::Heat::None}", "OS::Nova::Server", .builtIn("OS::Heat::None")),
            ("{'OS::*': OS::Heat::None}", "OS::Heat::None", .builtIn("OS::Heat::None")),
            (
                "{'OS::*': OS::Heat::None, OS::Nova::Server: s.yaml}", "OS::Nova::Server",
                .builtIn("OS::Heat::None")
            ),
            (
                "{resources: {x: {OS::Nova::Server: mine.yaml}}, OS::Nova::Server: all.yaml}",
                "OS::Nova::Server", .template("mine.yaml")
            ),
            (
                "{resources: {y: {OS::Nova::Server: mine.yaml}}}", "OS::Nova::Server",
                .builtIn("OS::Nova::Server")
            ),
            ("{OS::Nova::Server: Missing}", "OS::Nova::Server", .builtIn("OS::Nova::Server")),
            ("{}", "nested.yaml", .template("nested.yaml")),
            ("{t.template: other.yaml}", "t.template", .template("t.template")),
            ("{A: http://host/x.yaml}", "A", .template("http://host/x.yaml")),
        ])
    func implementations(text: String, type: String, expected: ResourceImplementation) throws {
        #expect(try registry(text).implementation(of: type, for: "x") == expected)
    }

    @Test(
        "A type that nothing stands behind is nothing",
        arguments: [
            ("{A: Missing}", "A"), ("{A: null}", "A"), ("{A: C, C: A}", "A"),
            ("{'OS::Net*': 'OS::Neutron*'}", "OS::Network"),
            ("{'A*': 'AA*', 'AA*': 'A*', 'AAA*': 'AA*'}", "A"),
        ])
    func nothing(text: String, type: String) throws {
        #expect(try registry(text).implementation(of: type, for: "x") == nil)
    }

    @Test("Null takes away what an earlier file said, and with a star all that matches")
    func removal() throws {
        var files: [EnvironmentFile] = []
        for text in ["{A::B: b.yaml, A::C: c.yaml, D: d.yaml}", "{'A::*': null}"] {
            files.append(
                try EnvironmentFile(parsing: "resource_registry: \(text)", file: "e.yaml"))
        }
        #expect(try Environment(merging: files).registry.templates == ["d.yaml"])
    }

    @Test("What is said of a nested stack's resources holds there")
    func nested() throws {
        let text = "{resources: {'out*': {x: {T: a.yaml}}, outer: {x: {T: b.yaml}}}}"
        let registry = try registry(text)
        #expect(registry.implementation(of: "T", for: "x") == nil)
        #expect(
            registry.nested(in: "outer").implementation(of: "T", for: "x") == .template("b.yaml"))
        #expect(
            registry.nested(in: "outside").implementation(of: "T", for: "x")
                == .template("a.yaml"))
    }

    @Test("Hooks and restrictions hold for names that match")
    func hooks() throws {
        let registry = try registry(
            """
            {resources: {'*Step1': {hooks: pre-create}, 'a?': {hooks: [pre-update, post-delete],
             restricted_actions: replace}, '[b-d]x': {restricted_actions: [update]}}}
            """)
        #expect(registry.hasHook(.preCreate, at: "DeploymentStep1"))
        #expect(!registry.hasHook(.preUpdate, at: "DeploymentStep1"))
        #expect(
            registry.hasHook(.postDelete, at: "ab") && !registry.hasHook(.postDelete, at: "abc"))
        #expect(registry.restrictedActions(of: "ab") == [.replace])
        #expect(registry.restrictedActions(of: "cx") == [.update])
        #expect(registry.restrictedActions(of: "ex") == [])
    }

    @Test(
        "Hooks and actions that there are not are refused",
        arguments: [
            "{resources: {a: {hooks: pre-boot}}}", "{resources: {a: {hooks: [pre-create, 5]}}}",
            "{resources: {a: {restricted_actions: delete}}}", "{A: [b]}", "[A]",
        ])
    func unknown(text: String) {
        #expect(throws: TemplateError.self) { try registry(text) }
    }
}
