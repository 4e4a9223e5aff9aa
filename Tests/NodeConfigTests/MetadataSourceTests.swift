import Documents
import Testing

@testable import NodeAgent

struct MetadataSourceTests {
    private static func settings(_ values: [(String, String, String)]) -> CollectorSettings {
        var settings = CollectorSettings()
        for (group, name, value) in values { settings.set(group, name, to: [value]) }
        return settings
    }

    @Test func `a file of settings is read as oslo reads it`() {
        let settings = CollectorSettings(
            file: """
                [DEFAULT]
                command = os-refresh-config
                # a comment
                collectors = ec2
                collectors=cfn
                polling-interval: 5

                [cfn]
                path = a.Metadata
                stack_name = "quoted name"
                secret_access_key = one
                  two
                """)
        #expect(settings["DEFAULT", "command"] == "os-refresh-config")
        #expect(settings.all("DEFAULT", "collectors") == ["ec2", "cfn"])
        #expect(settings["DEFAULT", "polling_interval"] == "5")
        #expect(settings["cfn", "stack_name"] == "quoted name")
        #expect(settings["cfn", "secret_access_key"] == "one\ntwo")
        #expect(settings["heat", "auth_url"] == nil)
    }

    // MARK: request

    private static let address = "http://192.0.2.1:8000/my-metadata"

    private static func dated(_ text: String, _ second: Int) -> [WebField] {
        [WebField("Last-Modified", "Tue, 24 Jun 2014 10:51:0\(second) GMT")]
    }

    @Test func `a document is taken again only where it is newer`() async {
        let web = WebTable()
        var source = RequestSource(
            Self.settings([("request", "metadata_url", Self.address)]), over: web,
            keys: ["deployments"])
        #expect(await source.collect().documents == nil)
        for (second, isTaken) in [(1, true), (1, false), (0, false), (2, true)] {
            web.put("HEAD \(Self.address)", WebAnswer(200, fields: Self.dated("", second)))
            web.put("GET \(Self.address)", WebAnswer(#"{"a": \#(second)}"#))
            let found = await source.collect().documents
            #expect((found != nil) == isTaken)
            if isTaken { #expect(found?.first?.value == ["a": .integer(second)]) }
        }
        web.put("HEAD \(Self.address)", WebAnswer(""))
        web.put("GET \(Self.address)", WebAnswer("no JSON"))
        #expect(await source.collect().documents == nil)
        var other = RequestSource(CollectorSettings(), over: web, keys: [])
        #expect(await other.collect() == .unconfigured("metadata_url"))
    }

    // MARK: cfn

    private static func answer(_ json: String) -> String {
        let text = json.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        return "<DescribeStackResourceResponse><DescribeStackResourceResult>"
            + "<StackResourceDetail><MetadataOther>x</MetadataOther><Metadata>\(text)</Metadata>"
            + "</StackResourceDetail></DescribeStackResourceResult></DescribeStackResourceResponse>"
    }

    private static let cfn: [(String, String, String)] = [
        ("cfn", "metadata_url", "http://192.0.2.1:8000/v1/"), ("cfn", "stack_name", "my stack"),
        ("cfn", "access_key_id", "ABCDEFG"), ("cfn", "secret_access_key", "0123456789ABCDEF"),
    ]

    @Test func `a signed request is signed as keystoneclient signs it`() {
        let request = CloudFormationSource<MemoryNodeSystem>.request(
            "http://192.0.2.1:8000/v1/", stack: "my stack", resource: "foo", key: "ABCDEFG",
            secret: "0123456789ABCDEF")
        #expect(
            request.address.hasSuffix("&Signature=prg0PpAICMCcl4XMC3ivYpDkBfPgrxCCebZdRzToRCA%3D"))
    }

    @Test func `metadata of resources are merged, and taken from under their keys`() async {
        func request(_ resource: String) -> String {
            let request = CloudFormationSource<MemoryNodeSystem>.request(
                "http://192.0.2.1:8000/v1/", stack: "my stack", resource: resource,
                key: "ABCDEFG", secret: "0123456789ABCDEF")
            return "GET \(request.address)"
        }
        let web = WebTable([
            request("foo"): WebAnswer(Self.answer(#"{"a": "<&>", "b": 1}"#)),
            request("bar"): WebAnswer(Self.answer(#"{"c": {"d": {"b": 2}}}"#)),
        ])
        var settings = Self.settings(Self.cfn)
        settings.set("cfn", "path", to: ["foo.Metadata", "bar.Metadata.c.d"])
        let source = CloudFormationSource(on: MemoryNodeSystem(), settings, over: web)
        #expect(await source.collect().documents?.first?.value == ["a": "<&>", "b": 2])
        for path in ["foo.Nothing", "bar.Metadata.x", "none.Metadata"] {
            settings.set("cfn", "path", to: [path])
            let source = CloudFormationSource(on: MemoryNodeSystem(), settings, over: web)
            guard case .unavailable = await source.collect() else {
                Issue.record("\(path) was found")
                continue
            }
        }
    }

    @Test func `the address may come from a hint, and nothing is asked while a word is missing`()
        async
    {
        let hint = MemoryNodeSystem([
            "/var/lib/heat-cfntools/cfn-metadata-server": "http://192.0.2.9:8000\n"
        ])
        let web = WebTable()
        var settings = Self.settings(Array(Self.cfn.dropFirst()))
        settings.set("cfn", "path", to: ["foo.Metadata"])
        _ = await CloudFormationSource(on: hint, settings, over: web).collect()
        #expect(web.requests.first?.address.hasPrefix("http://192.0.2.9:8000/v1/?") == true)
        let source = CloudFormationSource(on: MemoryNodeSystem(), settings, over: web)
        #expect(await source.collect() == .unconfigured("metadata_url"))
        for missing in ["access_key_id", "secret_access_key", "path"] {
            var settings = Self.settings(Self.cfn.filter { $0.1 != missing })
            if missing != "path" { settings.set("cfn", "path", to: ["a.b"]) }
            let source = CloudFormationSource(on: hint, settings, over: web)
            #expect(await source.collect() == .unconfigured(missing))
        }
    }

    // MARK: ec2

    @Test func `an instance's metadata are walked through once`() async {
        let root = "http://192.0.2.1/meta"
        let web = WebTable([
            "GET \(root)/": WebAnswer("instance-id\npublic-keys/\nlocal"),
            "GET \(root)/instance-id": WebAnswer("i-1"), "GET \(root)/local": WebAnswer(""),
            "GET \(root)/public-keys/": WebAnswer("0=root-key"),
            "GET \(root)/public-keys/0/": WebAnswer("openssh-key"),
            "GET \(root)/public-keys/0/openssh-key": WebAnswer("ssh-rsa A"),
        ])
        let system = MemoryNodeSystem()
        let settings = Self.settings([("ec2", "metadata_url", root)])
        let source = EC2Source(on: system, settings, over: web, cached: "/c/ec2.json")
        let expected: DocumentValue = [
            "instance-id": "i-1", "public-keys": ["0": ["openssh-key": "ssh-rsa A"]], "local": "",
        ]
        #expect(await source.collect().documents?.first?.value == expected)
        let count = web.requests.count
        system.put("/c/ec2.json", #"{"known": 1}"#)
        #expect(await source.collect().documents?.first?.value == ["known": 1])
        #expect(web.requests.count == count)
        system.put("/c/ec2.json", "{broken")
        #expect(await source.collect().documents?.first?.value == expected)
    }

    @Test func `a config drive goes before the network`() async {
        let drive =
            "DEVNAME=/dev/sda1\nTYPE=ext4\n\nDEVNAME=/dev/sr0\nLABEL=config-2\nTYPE=iso9660\n"
        let system = MemoryNodeSystem(
            [
                "/media/ec2/latest/meta-data.json": #"{"id": 2}"#,
                "/proc/mounts": "/dev/sr0 /media x",
            ],
            programs: ["blkid": { _ in CommandResult(status: 0, output: Array(drive.utf8)) }])
        let web = WebTable()
        let source = EC2Source(on: system, CollectorSettings(), over: web, cached: "/c/ec2.json")
        #expect(await source.collect().documents?.first?.value == ["id": 2])
        #expect(web.requests.isEmpty)
    }

    // MARK: heat and zaqar

    private static let token = WebAnswer(
        201, fields: [WebField("X-Subject-Token", "t")],
        body: Array(
            #"""
            {"token": {"catalog": [
              {"type": "orchestration", "endpoints": [
                {"interface": "internal", "url": "http://no"},
                {"interface": "public", "region_id": "one", "url": "http://heat/v1/p/"},
                {"interface": "public", "region_id": "two", "url": "http://heat2/v1/p"}]},
              {"type": "messaging", "endpoints": [{"interface": "public", "url": "http://z"}]}]}}
            """#.utf8))

    private static func account(_ group: String) -> [(String, String, String)] {
        [
            (group, "auth_url", "http://keystone:5000/v2.0"), (group, "user_id", "u"),
            (group, "password", "p"), (group, "project_id", "r"),
        ]
    }

    @Test func `Heat is asked with a token, in the region that is named`() async {
        let path = "stacks/s/1/resources/server/metadata"
        let body = #"{"metadata": {"deployments": [{"name": "d", "config": {"x": 1}}]}}"#
        let web = WebTable([
            "POST http://keystone:5000/v3/auth/tokens": Self.token,
            "GET http://heat2/v1/p/\(path)": WebAnswer(body),
        ])
        let settings = Self.settings(
            Self.account("heat") + [
                ("heat", "stack_id", "s/1"), ("heat", "resource_name", "server"),
                ("heat", "region_name", "two"),
            ])
        let source = HeatSource(settings, over: web, keys: ["deployments"])
        #expect(await source.collect().documents?.map(\.name) == ["heat", "d"])
        #expect(web.requests.last?.fields == [WebField("X-Auth-Token", "t")])
        let other = HeatSource(Self.settings(Self.account("heat")), over: web, keys: [])
        #expect(await other.collect() == .unconfigured("stack_id"))
    }

    @Test func `a queue gives one message, and none where it is empty`() async {
        let address = "http://z/v2/queues/q/messages?pop=1"
        let web = WebTable([
            "POST http://keystone:5000/v3/auth/tokens": Self.token,
            "DELETE \(address)": WebAnswer(#"{"messages": [{"body": {"a": 1}}]}"#),
        ])
        let settings = Self.settings(Self.account("zaqar") + [("zaqar", "queue_id", "q")])
        let source = ZaqarSource(settings, over: web, keys: ["deployments"], client: "c")
        #expect(await source.collect().documents?.first?.value == ["a": 1])
        web.put("DELETE \(address)", WebAnswer(#"{"messages": []}"#))
        #expect(await source.collect() == .unavailable("the queue is empty"))
    }

    @Test func `what Heat left on the machine is merged file by file`() async {
        var settings = CollectorSettings()
        settings.set("heat_local", "path", to: ["/a", "/none", "/broken", "/b"])
        let system = MemoryNodeSystem([
            "/a": #"{"x": 1, "y": 1}"#, "/broken": "{", "/b": #"{"y": 2}"#,
        ])
        let source = HeatLocalSource(on: system, settings)
        #expect(
            await source.collect()
                == .documents([
                    CollectedDocument("heat_local", ["x": 1, "y": 2])
                ]))
        let empty = HeatLocalSource(on: MemoryNodeSystem(), CollectorSettings())
        #expect(await empty.collect().documents == nil)
    }

    @Test func `sources are asked in the order they are named in`() async {
        let system = MemoryNodeSystem([
            "/l/x": "{}", "/var/lib/heat-cfntools/cfn-init-data": #"{"a": 1}"#,
        ])
        var settings = CollectorSettings()
        settings.set("local", "path", to: ["/l"])
        var sources = MetadataSources(
            [.local, .zaqar, .heatLocal], on: system, settings, over: WebTable(), cache: "/c",
            owner: 0, client: "c")
        let collected = await sources.collect()
        #expect(collected.map(\.name) == [.local, .zaqar, .heatLocal])
        #expect(collected[1].collected == .unconfigured("auth_url"))
        #expect(collected[0].collected.documents?.map(\.name) == ["x"])
    }

    // MARK: The web

    @Test func `curl is told everything on its input, and its answer is read`() async throws {
        let said =
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 404 Not Found\r\nX-A:  b\r\n\r\nbody\r\n\r\n"
        let system = MemoryNodeSystem(programs: [
            "curl": { _ in CommandResult(status: 0, output: Array(said.utf8)) }
        ])
        let answer = try await CurlTransport(on: system).send(
            WebRequest(
                "PUT", "http://h/x", fields: [WebField("A", "b\"c")], body: Array("1\n2".utf8)))
        #expect(answer.status == 404 && answer["x-a"] == "b" && answer.text == "body\r\n\r\n")
        let input = String(decoding: system.commands[0].input, as: UTF8.self)
        #expect(system.commands[0].arguments == ["--config", "-"])
        #expect(
            input.contains("request = \"PUT\"\n") && input.contains("data-binary = \"1\\n2\"\n"))
        #expect(input.contains("header = \"A: b\\\"c\"\n"))
        let deaf = MemoryNodeSystem(programs: ["curl": { _ in CommandResult(status: 7) }])
        await #expect(throws: WebError.self) {
            try await CurlTransport(on: deaf).send(WebRequest("GET", "http://h"))
        }
    }

    @Test func `signals go where their ways lead`() async throws {
        let web = WebTable([
            "POST http://keystone:5000/v3/auth/tokens": Self.token,
            "PUT http://h/put": WebAnswer(""), "POST http://h/ill": WebAnswer(503),
            "POST http://heat/v1/p/stacks/s/1/resources/d/signal": WebAnswer(""),
            "POST http://z/v1.1/queues/q/messages": WebAnswer(""),
        ])
        let signals = WebSignals(over: web, client: "c")
        let account = try #require(
            SignalAccount(
                try HeatDeployment([
                    "id": "1",
                    "inputs": .list(
                        [
                            ("deploy_auth_url", "http://keystone:5000/v3"),
                            ("deploy_user_id", "u"), ("deploy_password", "p"),
                            ("deploy_project_id", "r"),
                        ].map { ["name": .string($0.0), "value": .string($0.1)] }),
                ])))
        try await signals.send(NodeSignal(["a": 1], to: .address("http://h/put", .put)))
        try await signals.send(
            NodeSignal([:], to: .resource(stack: "s/1", resource: "d", account)))
        try await signals.send(
            NodeSignal(["a": 1], to: .queue("q", account, lifetime: .seconds(600))))
        #expect(
            web.requests.last.map { String(decoding: $0.body, as: UTF8.self) }
                == #"[{"ttl": 600, "body": {"a": 1}}]"#)
        let error = await #expect(throws: SignalError.self) {
            try await signals.send(NodeSignal([:], to: .address("http://h/ill", .post)))
        }
        #expect(error?.isTransient == true)
    }
}
