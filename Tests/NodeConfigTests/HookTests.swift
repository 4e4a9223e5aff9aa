import Documents
import Testing

@testable import NodeAgent

struct HookTests {
    private static func ran(
        _ hook: some DeploymentHook, _ document: DocumentValue,
        _ programs: [String: MemoryNodeSystem.Program] = [:], _ files: [String: String] = [:]
    ) async throws -> (said: DocumentValue?, result: CommandResult, system: MemoryNodeSystem) {
        let system = MemoryNodeSystem(files, programs: programs)
        let result = try await hook.carryOut(try HeatDeployment(document), on: system)
        let said = try? DocumentValue(json: String(decoding: result.output, as: UTF8.self))
        return (said, result, system)
    }

    @Test func `a script gets its inputs in the environment and gives outputs in files`()
        async throws
    {
        let path = "/var/lib/heat-config/heat-config-script/1234"
        let output = "/var/run/heat-config/heat-config-script/1234"
        let (said, _, system) = try await Self.ran(
            ScriptHook(),
            [
                "id": "1234", "config": "#!/bin/sh\n",
                "inputs": [
                    ["name": "foo", "value": "bar"], ["name": "map", "value": ["a": 1]],
                ],
                "outputs": [["name": "out"], ["name": "none"]],
            ],
            [
                path: { _ in
                    CommandResult(status: 5, output: Array("o".utf8), errors: Array("e".utf8))
                }
            ], ["\(output).out": "result\n"])
        #expect(
            said == [
                "out": "result\n", "deploy_stdout": "o", "deploy_stderr": "e",
                "deploy_status_code": 5,
            ])
        #expect(system[path] == "#!/bin/sh\n" && system.mode(of: path) == 0o700)
        #expect(
            system.commands.first?.environment == [
                EnvironmentEntry("foo", "bar"), EnvironmentEntry("map", #"{"a": 1}"#),
                EnvironmentEntry("heat_outputs_path", output),
            ])
        #expect(system.commands.first?.folder == "/var/lib/heat-config/heat-config-script")
    }

    @Test func `a script breaks on a value that no environment can hold`() async throws {
        let (said, result, system) = try await Self.ran(
            ScriptHook(), ["id": "1", "config": "", "inputs": [["name": "n", "value": 3]]])
        #expect(said == nil && result.status == 1 && system.commands.isEmpty)
    }

    private static let puppet: DocumentValue = [
        "id": "1234", "creation_time": "2015-07-16T11:40:20", "name": "fake_resource_name",
        "group": "puppet", "options": ["enable_hiera": true, "tags": "package,file"],
        "inputs": [["name": "foo", "value": "bar"]], "outputs": [["name": "first"]],
        "config": "the puppet script",
    ]

    @Test(arguments: [(0, 0), (2, 0), (1, 1), (4, 4), (6, 6)])
    func `puppet has done well where it ends with zero or two`(_ status: Int, _ code: Int)
        async throws
    {
        let (said, _, system) = try await Self.ran(
            PuppetHook(), Self.puppet,
            [
                "puppet": { _ in CommandResult(status: status, output: Array("done".utf8)) },
                "hostname": { _ in CommandResult(status: 0, output: Array("h.example\n".utf8)) },
            ])
        #expect(said?["deploy_status_code"] == .integer(code))
        #expect(said?["deploy_stdout"] == "done")
        let command = try #require(system.commands.last)
        let manifest = "/var/lib/heat-config/heat-config-puppet/1234.pp"
        #expect(
            command.arguments == [
                "apply", "--color", "false", "--detailed-exitcodes", "--logdest", "console",
                "--tags", "package,file", manifest,
            ])
        #expect(
            command.environment == [
                EnvironmentEntry("FACTER_fqdn", "h.example"),
                EnvironmentEntry("FACTER_foo", "bar"),
                EnvironmentEntry("FACTER_deploy_config_name", "fake_resource_name"),
                EnvironmentEntry(
                    "FACTER_heat_outputs_path", "/var/run/heat-config/heat-config-puppet/1234"),
            ])
        #expect(
            system["/etc/puppet/hieradata/heat_config_fake_resource_name.json"]
                == #"{"foo": "bar"}"#)
        #expect(
            system["/var/run/heat-config/deployed/2015-07-16-11-40-20-1234-stdout.log"] == "done")
    }

    @Test func `puppet that is not there yet says nothing`() async throws {
        let (said, result, _) = try await Self.ran(PuppetHook(), Self.puppet)
        #expect(said == nil && result == CommandResult(status: 0))
    }

    @Test func `a playbook runs for this machine with the inputs as variables`() async throws {
        let (said, _, system) = try await Self.ran(
            AnsibleHook(),
            [
                "id": "1", "config": "- hosts: all", "inputs": [["name": "foo", "value": [1]]],
                "options": ["tags": "a", "skip_tags": "b", "modulepath": "/m", "inventory": "i"],
            ],
            ["ansible-playbook": { _ in CommandResult(status: 0, output: Array("ok".utf8)) }])
        let folder = "/var/lib/heat-config/heat-config-ansible"
        #expect(said?["deploy_stdout"] == "ok")
        #expect(
            system.commands.first?.arguments == [
                "-i", "\(folder)/i", "--module-path", "/m", "--skip-tags", "b", "--tags", "a",
                "\(folder)/1_playbook.yaml", "--extra-vars", "@\(folder)/1_variables.json",
            ])
        #expect(
            system["\(folder)/1_variables.json"]
                == #"{"heat_config_id": "1", "foo": [1], "heat_outputs_path": "#
                + #""/var/run/heat-config/heat-config-ansible/1"}"#)
    }

    @Test func `containers run in their order, and one that fails decides`() async throws {
        let (said, _, system) = try await Self.ran(
            ContainerHook(),
            [
                "id": "abc",
                "inputs": [
                    ["name": "deploy_stack_id", "value": "s"],
                    ["name": "deploy_resource_name", "value": "r"],
                ],
                "config": [
                    "db": [
                        "start_order": 1, "image": "x", "net": "host", "privileged": false,
                        "volumes": ["/run:/run", ""], "environment": ["A=1"],
                    ],
                    "db_ls": [
                        "action": "exec", "start_order": 2, "command": ["db", "ls", "-l"],
                        "exit_codes": [0, 1],
                    ],
                    "web": ["start_order": 0, "image": "y", "command": "run -f", "detach": false],
                ],
            ],
            [
                "docker": { command in
                    switch command.arguments[0] {
                    case "inspect": CommandResult(status: 1)
                    case "ps": CommandResult(status: 0, output: Array("db-1\n".utf8))
                    case "exec": CommandResult(status: 1, errors: Array("e".utf8))
                    default: CommandResult(status: 125, output: Array("o".utf8))
                    }
                }
            ])
        #expect(
            said == ["deploy_stdout": "o\no", "deploy_stderr": "e", "deploy_status_code": 125])
        let commands = system.commands.map(\.arguments)
        func labels(_ name: String) -> [String] {
            [
                "deploy_stack_id=s", "deploy_resource_name=r", "config_id=abc",
                "container_name=\(name)", "managed_by=docker-cmd",
            ].flatMap { ["--label", $0] }
        }
        #expect(commands[1] == ["run", "--name", "web"] + labels("web") + ["y", "run", "-f"])
        #expect(
            commands[3]
                == ["run", "--name", "db"] + labels("db") + [
                    "--detach=true", "--env=A=1", "--net=host", "--privileged=false",
                    "--volume=/run:/run", "x",
                ])
        #expect(commands.last == ["exec", "db-1", "ls", "-l"])
    }

    @Test func `a JSON file is written under the path that it is given`() async throws {
        let (said, _, system) = try await Self.ran(
            JSONFileHook(),
            ["id": "1", "config": ["/etc/a/b.json": ["z": 1, "a": [] as DocumentValue]]])
        #expect(said?["deploy_status_code"] == 0)
        #expect(system["/etc/a/b.json"] == "{\n    \"a\": [],\n    \"z\": 1\n}")
    }

    @Test func `what cfn-init reads is written before it runs`() async throws {
        let (_, _, system) = try await Self.ran(
            CloudFormationInitHook(), ["id": "1", "config": ["foo": "bar"]],
            ["cfn-init": { _ in CommandResult(status: 0) }])
        #expect(
            system["/var/cache/heat-cfntools/last_metadata"]
                == #"{"AWS::CloudFormation::Init": {"foo": "bar"}}"#)
    }

    @Test func `chef gets its run list and the inputs that are no affair of Heat's`() async throws {
        let (said, _, system) = try await Self.ran(
            ChefHook(),
            [
                "id": "1", "config": #"["recipe[apache]"]"#, "options": [:] as DocumentValue,
                "inputs": [
                    ["name": "foo", "value": "bar"], ["name": "deploy_action", "value": "CREATE"],
                    ["name": "environment", "value": "prod"],
                ],
            ],
            [
                "hostname": { _ in CommandResult(status: 0, output: Array("h\n".utf8)) },
                "chef-client": { _ in CommandResult(status: 0) },
            ])
        let folder = "/var/lib/heat-config/heat-config-chef"
        #expect(said?["deploy_status_code"] == 0)
        #expect(
            system["\(folder)/node/h.json"]
                == "{\n    \"foo\": \"bar\",\n    \"run_list\": [\n        "
                + "\"recipe[apache]\"\n    ]\n}")
        #expect(system["\(folder)/client.rb"]?.contains("\nenvironment 'prod'\n") == true)
    }

    @Test func `data of Hiera from two sources are refused`() async throws {
        let (said, _, system) = try await Self.ran(
            HieraHook(), ["id": "1", "config": ["datafiles": ["a": ["b": 1]]]], [:],
            [
                NodeMetadata.usualList: #"["/m.json"]"#,
                "/m.json": #"{"hiera": {"datafiles": {"x": {}}}}"#,
            ])
        #expect(said?["deploy_status_code"] == 1)
        #expect(system["/etc/puppet/hieradata/a.json"] == nil)
    }
}
