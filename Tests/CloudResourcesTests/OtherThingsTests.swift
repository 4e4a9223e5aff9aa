import Compute
import Hardware
import Orchestration
import OrderedCollections
import Plans
import Testing
import World

@testable import CloudResources

@Suite("Other things of the cloud")
struct OtherThingsTests {
    @Test("that are a flavor are what servers are asked for with, as it was by then")
    func flavor() throws {
        let (server, later) = try CloudBench().run { bench in
            let template = """
                resources:
                  flavor:
                    type: OS::Nova::Flavor
                    properties:
                      name: control
                      ram: 4096
                      vcpus: 2
                      disk: 40
                      ephemeral: 10
                      extra_specs:
                        capabilities:profile: PROFILE
                        resources:CUSTOM_BAREMETAL: 1
                        trait:CUSTOM_GOLD: required
                  server:
                    type: OS::Nova::Server
                    properties: {flavor: {get_resource: flavor}, image: overcloud-full}
                """
            _ = try await bench.begin(template.replacing("PROFILE", with: "control"))
            try await bench.waitForServers(1)
            let server = try await bench.servers()[0]
            try await bench.deploy(server.id)
            _ = try await bench.settled()
            _ = try await bench.update(template.replacing("PROFILE", with: "other"))
            return (server, try await bench.servers()[0])
        }
        let flavor = try #require(server.terms?.flavor)
        #expect(server.flavor == "control")
        #expect(flavor.memory == .gibibytes(4))
        #expect(flavor.ephemeral == .gibibytes(10))
        #expect(flavor.profile == "control")
        #expect(flavor.resourceClass == "baremetal")
        #expect(flavor.traits == ["CUSTOM_GOLD"])
        #expect(later.terms?.flavor == flavor)
    }

    @Test(
        "are refused where there is one of the name",
        arguments: [
            ("OS::Keystone::User", "name: x"), ("OS::Keystone::Project", "name: x"),
            ("OS::Nova::KeyPair", "name: x, public_key: ssh-rsa AAAA"),
            ("OS::Nova::Flavor", "name: x, ram: 1, vcpus: 1"),
        ])
    func twice(type: String, properties: String) throws {
        let stack = try CloudBench().run { bench in
            try await bench.create(
                """
                resources:
                  one: {type: '\(type)', properties: {\(properties)}}
                  two: {type: '\(type)', depends_on: one, properties: {\(properties)}}
                """)
        }
        #expect(stack.state == "CREATE_FAILED")
        #expect(stack.reason.contains("Conflict: resources.two: "), "\(stack.reason)")
    }

    @Test("that are Keystone's name each other, change in place and go")
    func keystone() throws {
        let template = """
            resources:
              service: {type: OS::Keystone::Service, properties: {name: heat, type: orchestration}}
              endpoint:
                type: OS::Keystone::Endpoint
                properties:
                  service: {get_resource: service}
                  interface: public
                  url: http://192.0.2.1:8004
              project: {type: OS::Keystone::Project, properties: {name: NAME}}
              user:
                type: OS::Keystone::User
                properties: {name: alice, default_project: {get_resource: project}}
            """
        let (first, second, project, left) = try CloudBench().run { bench in
            let id = try await bench.create(template.replacing("NAME", with: "admin")).id
            let first = try await bench.resource("project").physicalID
            let stack = try await bench.update(template.replacing("NAME", with: "ops"))
            #expect(stack.state == "UPDATE_COMPLETE")
            let second = try await bench.resource("project").physicalID
            let project = try await bench.attribute("default_project_id", of: "user")
            #expect(try await bench.attribute("name", of: "project") == "ops")
            try await bench.service.delete("stack")
            _ = try await bench.settled(id)
            return (first, second, project, try await bench.store.scan(CloudRecord.self).count)
        }
        #expect(first == second)
        #expect(project.text == first)
        #expect(left == 0)
    }

    private static func volume(_ size: Int) -> String {
        """
        resources:
          volume: {type: OS::Cinder::Volume, properties: {size: \(size)}}
          attachment:
            type: OS::Cinder::VolumeAttachment
            properties: {instance_uuid: compute-0, volume_id: {get_resource: volume}}
        """
    }

    @Test("that are volumes are attached to servers, grow and do not shrink")
    func volumes() throws {
        let (status, grown, shrunk, gone) = try CloudBench().run { bench in
            let id = try await bench.create(Self.volume(10)).id
            let status = try await bench.attribute("status", of: "volume")
            let grown = try await bench.update(Self.volume(20)).state
            let shrunk = try await bench.update(Self.volume(5)).reason
            try await bench.service.delete("stack")
            return (status, grown, shrunk, try await bench.settled(id).state)
        }
        #expect(status == "in-use")
        #expect(grown == "UPDATE_COMPLETE")
        #expect(shrunk.hasSuffix("Shrinking volume is not supported."))
        #expect(gone == "DELETE_COMPLETE")
    }

    @Test("that are volumes say what they are made of, one thing only")
    func volumeSources() throws {
        let stack = try CloudBench().run { bench in
            try await bench.create(
                "resources:\n  volume: {type: OS::Cinder::Volume, properties: {name: x}}")
        }
        #expect(stack.reason.contains("one and only one of"))
    }

    @Test("that are keys are known by their names, and brought by whoever wants them")
    func keys() throws {
        let (server, refused) = try CloudBench().run { bench in
            let server = """
                  server:
                    type: OS::Nova::Server
                    properties: {flavor: f, image: overcloud-full, key_name: KEY}
                """
            let refused = try await bench.create(
                "resources:\n" + server.replacing("KEY", with: "none"))
            try await bench.service.delete("stack")
            _ = try await bench.settled(refused.id)
            _ = try await bench.begin(
                "resources:\n  key:\n    type: OS::Nova::KeyPair\n"
                    + "    properties: {name: mine, public_key: ssh-rsa AAAA}\n"
                    + server.replacing("KEY", with: "{get_resource: key}"))
            try await bench.waitForServers(1)
            return (try await bench.servers()[0], refused.reason)
        }
        #expect(server.state == .unplaced)
        #expect(refused.hasSuffix("The Key (none) could not be found."))
    }
}
