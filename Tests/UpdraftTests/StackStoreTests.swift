import Foundation
import Testing

@Suite("Stacks in a file", .enabled(if: Updraft.isBuilt, Updraft.absence))
struct StackStoreTests {
    private let folder = TemporaryFolder()

    private static let cloud = """
        heat_template_version: 2018-08-31
        parameters:
          count: { type: number, default: 2 }
        resources:
          group:
            type: OS::Heat::ResourceGroup
            properties:
              count: { get_param: count }
              resource_def: { type: OS::Heat::Value, properties: { value: member %index% } }
          last:
            type: OS::Heat::TestResource
            properties: { value: { get_attr: [group, resource.0.value] } }
        outputs:
          members: { value: { get_attr: [group, value] } }
          last: { value: { get_attr: [last, output] } }
        """

    private static let waiting = """
        heat_template_version: 2018-08-31
        resources:
          handle: { type: OS::Heat::WaitConditionHandle }
          ready:
            type: OS::Heat::WaitCondition
            properties: { handle: { get_resource: handle }, timeout: 3000 }
        """

    private func run(_ arguments: String...) throws -> Ending {
        try Updraft.start(["stack"] + arguments, in: folder.url).finish()
    }

    @Test("are made, shown, updated as foretold, and deleted")
    func life() throws {
        _ = try folder.write(Self.cloud, to: "cloud.yaml")
        _ = try folder.write("parameters: { count: 3 }\n", to: "more.yaml")
        let made = try run("create", "cloud", "cloud.yaml")
        #expect(made.status == 0)
        #expect(made.lines == ["cloud: CREATE_COMPLETE"])
        #expect(made.messages.contains("group  CREATE_COMPLETE"))
        #expect(try run("outputs", "cloud", "last").lines == ["member 0"])

        let preview = try run("preview", "cloud", "cloud.yaml", "-e", "more.yaml", "--json")
        #expect(
            preview.lines == [
                #"{"unchanged": ["last"], "updated": ["group"], "replaced": [], "added": [], "#
                    + #""deleted": []}"#
            ])
        #expect(try run("outputs", "cloud").output.contains("member 2") == false)

        #expect(try run("update", "cloud", "cloud.yaml", "-e", "more.yaml").status == 0)
        #expect(try run("outputs", "cloud").output.contains("member 2"))
        #expect(try run("resources", "cloud").output.contains("UPDATE_COMPLETE"))
        #expect(try run("events", "cloud").lines.count > 8)

        #expect(try run("delete", "cloud").lines == ["cloud: DELETE_COMPLETE"])
        #expect(try run("list", "--json").lines == ["[]"])
    }

    @Test("that wait for somebody go on where they were, once they are told")
    func signal() throws {
        _ = try folder.write(Self.waiting, to: "waiting.yaml")
        let creation = try Updraft.start(
            ["stack", "create", "slow", "waiting.yaml"], in: folder.url)
        #expect(Waiting.until { creation.messagesSoFar.contains("ready  CREATE_IN_PROGRESS") })
        kill(creation.identifier, SIGKILL)
        _ = creation.finish()

        #expect(try run("show", "slow").output.contains("CREATE_IN_PROGRESS"))
        let told = try run("signal", "slow", "handle", "--data", #"{"status": "SUCCESS"}"#)
        #expect(told.status == 0)
        #expect(told.lines == ["slow: CREATE_COMPLETE"])
    }

    @Test("end with 1 and the reason where something fails, and are taken back where asked")
    func failure() throws {
        let bad = """
            heat_template_version: 2018-08-31
            resources:
              good: { type: OS::Heat::TestResource }
              bad:
                type: OS::Heat::TestResource
                depends_on: good
                properties: { fail: true }
            """
        _ = try folder.write(bad, to: "bad.yaml")
        let failed = try run("create", "one", "bad.yaml")
        #expect(failed.status == 1)
        #expect(failed.lines == ["one: CREATE_FAILED"])
        #expect(failed.messages.contains("Resource CREATE failed"))
        let taken = try run("create", "two", "bad.yaml", "--rollback")
        #expect(taken.messages.contains("good  DELETE_COMPLETE"))
    }

    @Test("are refused, all at once, where a template is wrong, and nothing is made")
    func refused() throws {
        let bad = """
            heat_template_version: 2018-08-31
            resources:
              one: { type: OS::Heat::Nope }
              two: { type: OS::Heat::Value, depends_on: three }
            """
        _ = try folder.write(bad, to: "bad.yaml")
        let ending = try run("create", "one", "bad.yaml")
        #expect(ending.status == 64)
        #expect(ending.messageLines.allSatisfy { $0.hasPrefix("bad.yaml:") })
        #expect(ending.messages.contains("'OS::Heat::Nope'"))
        #expect(ending.messages.contains("three"))
        #expect(try run("list").status == 64)
        #expect(!FileManager.default.fileExists(atPath: folder.path("stacks.sqlite")))
    }

    @Test("take parameters from the command line, and none that the template has not")
    func parameters() throws {
        _ = try folder.write(Self.cloud, to: "cloud.yaml")
        #expect(try run("create", "one", "cloud.yaml", "-P", "count=1").status == 0)
        #expect(try run("outputs", "one", "members").lines == [#"["member 0"]"#])
        let unknown = try run("create", "two", "cloud.yaml", "-P", "colour=blue")
        #expect(unknown.status == 64)
        #expect(unknown.messages.contains("the parameter 'colour' is none of the template's"))
        let wrong = try run("create", "two", "cloud.yaml", "--parameter", "count=many")
        #expect(wrong.status == 64)
        #expect(wrong.messages.contains("cloud.yaml:3: parameters.count"))
    }

    @Test("are two by the same name never, and unknown ones are told of")
    func names() throws {
        _ = try folder.write(Self.cloud, to: "cloud.yaml")
        #expect(try run("create", "cloud", "cloud.yaml").status == 0)
        let again = try run("create", "cloud", "cloud.yaml")
        #expect(again.status == 64)
        #expect(again.messages.contains("already exists"))
        for command in ["show", "resources", "events", "outputs", "delete", "wait"] {
            #expect(try run(command, "nobody").status == 64)
        }
    }

    @Test("are not opened from a file that is something else")
    func otherFile() throws {
        _ = try folder.write("hello", to: "stacks.sqlite")
        let ending = try run("list")
        #expect(ending.status == 69)
        #expect(ending.messages.contains("stacks.sqlite"))
    }
}
