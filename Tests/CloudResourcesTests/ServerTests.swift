import BareMetal
import Compute
import Hardware
import Orchestration
import OrderedCollections
import Simulation
import Testing
import World

@Suite("A server of a stack")
struct ServerTests {
    private static func template(_ more: String = "", image: String = "overcloud-full") -> String {
        """
        resources:
          server:
            type: OS::Nova::Server
            properties:
              name: compute-0
              flavor: baremetal
              image: \(image)
              \(more)
        """
    }

    @Test("is asked for as a document, and is there when that is active")
    func creation() throws {
        let (asked, stack, resource) = try CloudBench().run { bench in
            let id = try await bench.begin(Self.template())
            try await bench.waitForServers(1)
            try await bench.pause(.seconds(60))
            #expect(try await bench.service.show(id).state == "CREATE_IN_PROGRESS")
            let asked = try await bench.servers()[0]
            try await bench.deploy("compute-0")
            return (asked, try await bench.settled(), try await bench.resource("server"))
        }
        #expect(asked.state == .unplaced)
        #expect(asked.flavor == "baremetal")
        #expect(asked.image == "overcloud-full")
        #expect(stack.state == "CREATE_COMPLETE")
        #expect(resource.physicalID == "compute-0")
    }

    @Test("goes on at once when its document changes, and not by asking again and again")
    func waking() throws {
        let delay = try CloudBench().run { bench in
            let id = try await bench.begin(Self.template())
            try await bench.waitForServers(1)
            try await bench.pause(.seconds(1000))
            let begun = bench.simulator.now
            try await bench.deploy("compute-0")
            try await bench.until("done") {
                try await bench.service.show(id).status == .complete
            }
            return bench.simulator.now - begun
        }
        #expect(delay < .seconds(1))
    }

    @Test("goes on with an engine that comes after one that died")
    func takeover() throws {
        let stack = try CloudBench().run { bench in
            _ = try await bench.begin(Self.template())
            try await bench.waitForServers(1)
            bench.startEngine()
            try await bench.pause(.seconds(5))
            try await bench.deploy("compute-0")
            return try await bench.settled()
        }
        #expect(stack.state == "CREATE_COMPLETE")
    }

    @Test("fails with Nova's reason where there is no machine for it")
    func noValidHost() throws {
        let stack = try CloudBench().run { bench in
            _ = try await bench.begin(Self.template())
            try await bench.waitForServers(1)
            try await bench.change("compute-0") {
                $0.state = .error
                $0.lastError = "No valid host was found for compute-0: 2 in use"
            }
            return try await bench.settled()
        }
        #expect(stack.state == "CREATE_FAILED")
        #expect(
            stack.reason
                == "Resource CREATE failed: ResourceInError: resources.server: Went to status "
                + "ERROR due to \"Message: No valid host was found for compute-0: 2 in use, "
                + "Code: 500\"")
    }

    @Test("is deleted when its document is gone, which takes its machine as long as it takes")
    func deletion() throws {
        let (marked, stack) = try CloudBench().run { bench in
            let id = try await bench.begin(Self.template())
            try await bench.waitForServers(1)
            try await bench.deploy("compute-0")
            _ = try await bench.settled(id)
            try await bench.service.delete("stack")
            try await bench.pause(.seconds(90))
            let marked = try await bench.servers()[0].state
            #expect(try await bench.service.show(id).state == "DELETE_IN_PROGRESS")
            try await bench.remove("compute-0")
            return (marked, try await bench.settled(id))
        }
        #expect(marked == .deleting)
        #expect(stack.state == "DELETE_COMPLETE")
    }

    @Test("is refused where its image is not known")
    func unknownImage() throws {
        let stack = try CloudBench().run { try await $0.create(Self.template(image: "none")) }
        #expect(stack.state == "CREATE_FAILED")
        #expect(
            stack.reason.hasSuffix(
                "Error validating value 'none': The Image (none) could not be found."))
    }

    @Test("tells of itself")
    func attributes() throws {
        let found = try CloudBench().run { bench in
            let id = try await bench.begin(
                Self.template("user_data_format: SOFTWARE_CONFIG\n      metadata: {role: compute}"))
            try await bench.waitForServers(1)
            try await bench.deploy("compute-0")
            _ = try await bench.settled(id)
            return (
                try await bench.attribute("name", of: "server"),
                try await bench.attribute("show", of: "server"),
                try await bench.attribute("os_collect_config", of: "server")
            )
        }
        #expect(found.0 == "compute-0")
        #expect(found.1["status"] == "ACTIVE")
        #expect(found.1["metadata"] == ["role": "compute"])
        #expect(found.2["collectors"] == ["ec2", "cfn", "local"])
        #expect(found.2["cfn"]["path"] == "server.Metadata")
        #expect(found.2["cfn"]["stack_name"] == "stack")
    }
}
