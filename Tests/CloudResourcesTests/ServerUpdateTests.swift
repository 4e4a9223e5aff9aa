import BareMetal
import Compute
import Hardware
import Orchestration
import OrderedCollections
import Plans
import Testing
import World

@Suite("An update of a server of a stack")
struct ServerUpdateTests {
    private static func template(
        _ image: String = "overcloud-full", flavor: String = "baremetal", and more: String = ""
    ) -> String {
        """
        resources:
          server:
            type: OS::Nova::Server
            properties:
              name: compute-0
              flavor: \(flavor)
              image: \(image)
              \(more)
        """
    }

    /// A stack with a server that runs on the first node.
    private static func begin(_ bench: CloudBench, _ template: String) async throws {
        _ = try await bench.begin(template)
        try await bench.waitForServers(1)
        try await bench.deploy("compute-0")
        _ = try await bench.settled()
    }

    @Test("to another image rebuilds it where it is, as Heat does if nothing else is said")
    func rebuild() throws {
        let (asked, stack, servers) = try CloudBench().run { bench in
            try await Self.begin(bench, Self.template())
            try await bench.beginUpdate(Self.template("overcloud-new"))
            try await bench.until("rebuild") {
                try await bench.servers().contains { $0.rebuild != nil }
            }
            let asked = try await bench.servers()[0]
            try await bench.pause(.seconds(30))
            #expect(try await bench.service.show("stack").state == "UPDATE_IN_PROGRESS")
            try await bench.deploy("compute-0")
            return (asked, try await bench.settled(), try await bench.servers())
        }
        #expect(asked.image == "overcloud-new")
        #expect(asked.rebuild?.ephemeral == .made)
        #expect(asked.node == "node-1")
        #expect(stack.state == "UPDATE_COMPLETE")
        #expect(servers.map(\.name) == ["compute-0"])
    }

    @Test(
        "keeps the ephemeral partition if it is to and there is one",
        arguments: [(ByteCount.gibibytes(10), EphemeralPartition.preserved), (.zero, .made)])
    func ephemeral(size: ByteCount, kept: EphemeralPartition) throws {
        let terms = try CloudBench().run { bench in
            let policy = "image_update_policy: REBUILD_PRESERVE_EPHEMERAL"
            try await Self.begin(bench, Self.template(and: policy))
            try await bench.addNode("node-1", owner: "compute-0", ephemeral: size)
            try await bench.beginUpdate(
                Self.template("overcloud-new", and: policy))
            try await bench.until("rebuild") {
                try await bench.servers().contains { $0.rebuild != nil }
            }
            return try await bench.servers()[0].rebuild
        }
        #expect(terms?.ephemeral == kept)
    }

    @Test("fails where the machine was given up during the rebuild: what it kept is gone")
    func lostRebuild() throws {
        let stack = try CloudBench().run { bench in
            try await Self.begin(bench, Self.template())
            try await bench.beginUpdate(Self.template("overcloud-new"))
            try await bench.until("rebuild") {
                try await bench.servers().contains { $0.rebuild != nil }
            }
            try await bench.change("compute-0") {
                $0.state = .active
                $0.node = "node-2"
                $0.instance = Identifier(text: "another")
                $0.rebuild = nil
            }
            return try await bench.settled()
        }
        #expect(stack.state == "UPDATE_FAILED")
        #expect(stack.reason.hasSuffix("Rebuilding server failed, status 'ERROR'"))
    }

    @Test(
        "replaces it where the policy says so",
        arguments: [
            template("overcloud-new", and: "image_update_policy: REPLACE"),
            template(flavor: "other", and: "flavor_update_policy: REPLACE"),
            template(and: "user_data: changed"),
        ])
    func replacement(after: String) throws {
        let (names, stack) = try CloudBench().run { bench in
            try await Self.begin(bench, Self.template())
            try await bench.beginUpdate(after)
            try await bench.waitForServers(2)
            let new = try await bench.servers().first { $0.state == .unplaced }
            let name = try #require(new?.name.text)
            try await bench.deploy(name, on: "node-2")
            try await bench.until("deletion") {
                try await bench.servers().contains { $0.state == .deleting }
            }
            try await bench.remove("compute-0")
            let stack = try await bench.settled()
            return (try await bench.servers().map { $0.terms?.hostname }, stack)
        }
        #expect(names == ["compute-0"])
        #expect(stack.state == "UPDATE_COMPLETE")
    }

    @Test("to another flavor fails: Ironic moves nobody to a machine of another size")
    func resize() throws {
        let stack = try CloudBench().run { bench in
            try await Self.begin(bench, Self.template())
            return try await bench.update(Self.template(flavor: "other"))
        }
        #expect(stack.state == "UPDATE_FAILED")
        #expect(stack.reason.hasSuffix("Resizing to 'other' failed, status 'ACTIVE'"))
    }

    @Test("to another name or other metadata leaves the machine alone")
    func inPlace() throws {
        let (stack, server) = try CloudBench().run { bench in
            try await Self.begin(bench, Self.template())
            let after = Self.template(and: "metadata: {a: b}")
                .replacing("name: compute-0", with: "name: renamed")
            let stack = try await bench.update(after)
            return (stack, try await bench.servers()[0])
        }
        #expect(stack.state == "UPDATE_COMPLETE")
        #expect(server.terms?.hostname == "renamed")
        #expect(server.state == .active)
        #expect(server.rebuild == nil)
    }

    @Test("that fails goes back to the image that the server ran")
    func rollback() throws {
        let (stack, server) = try CloudBench().run { bench in
            try await Self.begin(bench, Self.template())
            let after =
                Self.template("overcloud-new") + "\n  bad:\n    type: OS::Heat::TestResource"
                + "\n    depends_on: server\n    properties: {fail: true}"
            try await bench.beginUpdate(after, rollback: .enabled)
            for _ in 0..<2 {
                try await bench.until("rebuild") {
                    try await bench.servers().contains { $0.rebuild != nil }
                }
                try await bench.deploy("compute-0")
            }
            return (try await bench.settled(), try await bench.servers()[0])
        }
        #expect(stack.state == "ROLLBACK_COMPLETE")
        #expect(server.image == "overcloud-full")
    }
}
