import Compute
import Networks
import Orchestration
import OrderedCollections
import Testing
import World

@testable import CloudResources

@Suite("Networks of a stack")
struct NetworkTests {
    private static let network = """
        resources:
          net: {type: OS::Neutron::Net, properties: {name: ctlplane}}
          subnet:
            type: OS::Neutron::Subnet
            properties:
              network: {get_resource: net}
              cidr: 192.0.2.0/24
              allocation_pools: [{start: 192.0.2.10, end: 192.0.2.12}]

        """

    private static func port(_ name: String, _ more: String = "") -> String {
        """
          \(name):
            type: OS::Neutron::Port
            properties:
              network: {get_resource: net}
              \(more)

        """
    }

    private static let failure = """
          bad:
            type: OS::Heat::TestResource
            depends_on: vip
            properties: {fail: true}
        """

    private static let server = """
          server:
            type: OS::Nova::Server
            properties:
              name: compute-0
              flavor: baremetal
              image: overcloud-full
              networks: [{network: {get_resource: net}}]
        """

    private static let outside = """
          router:
            type: OS::Neutron::Router
            properties: {external_gateway_info: {network: {get_resource: out}}}
          door:
            type: OS::Neutron::RouterInterface
            properties: {router: {get_resource: router}, subnet: {get_resource: subnet}}
          out: {type: OS::Neutron::Net}
          beyond:
            type: OS::Neutron::Subnet
            properties: {network: {get_resource: out}, cidr: 203.0.113.0/24}
          floating:
            type: OS::Neutron::FloatingIP
            properties: {floating_network: {get_resource: out}, port_id: {get_resource: a}}
        """

    private static func addresses(_ bench: CloudBench, _ ports: [String]) async throws -> [String] {
        var found: [String] = []
        for port in ports {
            let fixed = try await bench.attribute("fixed_ips", of: port)
            guard case .list(let items) = fixed else { continue }
            found += items.map { $0["ip_address"].text }
        }
        return found.sorted()
    }

    @Test(
        "give each port an address of its own, once there are subnets, whatever the order",
        arguments: UInt64(1)...4)
    func ports(seed: UInt64) throws {
        let (stack, found) = try CloudBench(seed: seed).run { bench in
            let ports = ["a", "b", "c"].map { Self.port($0) }.joined()
            let stack = try await bench.create(Self.network + ports)
            return (stack, try await Self.addresses(bench, ["a", "b", "c"]))
        }
        #expect(stack.state == "CREATE_COMPLETE")
        #expect(found == ["192.0.2.10", "192.0.2.11", "192.0.2.12"])
    }

    @Test("are one, or a server that names none is refused")
    func unnamed() throws {
        let server = """
              server:
                type: OS::Nova::Server
                depends_on: [subnet]
                properties: {name: one, flavor: baremetal, image: overcloud-full}

            """
        let addresses = try CloudBench().run { bench in
            _ = try await bench.begin(Self.network + server)
            try await bench.waitForServers(1)
            try await bench.deploy("one")
            #expect(try await bench.settled().state == "CREATE_COMPLETE")
            return try await bench.attribute("networks", of: "server")
        }
        #expect(addresses["ctlplane"] == ["192.0.2.10"], "\(addresses)")
        let other = "  other: {type: OS::Neutron::Net}\n"
        let stack = try CloudBench().run { bench in
            try await bench.create(
                Self.network + other
                    + server.replacing("[subnet]", with: "[subnet, other]"))
        }
        #expect(stack.reason.contains("Multiple possible networks found"), "\(stack.reason)")
    }

    @Test("refuse a port where all addresses are given")
    func exhaustion() throws {
        let stack = try CloudBench().run { bench in
            try await bench.create(
                Self.network + ["a", "b", "c", "d"].map { Self.port($0) }.joined())
        }
        #expect(stack.state == "CREATE_FAILED")
        #expect(stack.reason.contains("No more IP addresses available on network"))
    }

    @Test("are taken away with all their addresses, ports before subnets")
    func deletion() throws {
        let (stack, grants) = try CloudBench().run { bench in
            let id = try await bench.create(Self.network + Self.port("a")).id
            try await bench.service.delete("stack")
            let stack = try await bench.settled(id)
            return (stack, try await bench.store.scan(AddressGrant.self).count)
        }
        #expect(stack.state == "DELETE_COMPLETE")
        #expect(grants == 0)
    }

    @Test("have a port's address go over to the port that takes its place")
    func replacedPort() throws {
        let (stack, found, ports) = try CloudBench().run { bench in
            let fixed = "fixed_ips: [{ip_address: 192.0.2.50}]"
            _ = try await bench.create(Self.network + Self.port("vip", fixed))
            let stack = try await bench.update(
                Self.network
                    + Self.port("vip", fixed + "\n      mac_address: 'fa:16:3e:00:00:01'"))
            return (
                stack, try await Self.addresses(bench, ["vip"]),
                try await bench.store.scan(PortRecord.self).count
            )
        }
        #expect(stack.state == "UPDATE_COMPLETE")
        #expect(found == ["192.0.2.50"])
        #expect(ports == 1)
    }

    @Test("give a port its address back when the one that took its place is taken back")
    func replacedPortReturns() throws {
        let (stack, found) = try CloudBench().run { bench in
            let fixed = "fixed_ips: [{ip_address: 192.0.2.50}]"
            _ = try await bench.create(Self.network + Self.port("vip", fixed))
            try await bench.beginUpdate(
                Self.network
                    + Self.port("vip", fixed + "\n      mac_address: 'fa:16:3e:00:00:01'")
                    + Self.failure, rollback: .enabled)
            let stack = try await bench.settled()
            return (stack, try await Self.addresses(bench, ["vip"]))
        }
        #expect(stack.state == "ROLLBACK_COMPLETE")
        #expect(found == ["192.0.2.50"])
    }

    @Test("refuse an address that another port has")
    func taken() throws {
        let stack = try CloudBench().run { bench in
            let fixed = "fixed_ips: [{ip_address: 192.0.2.50}]"
            return try await bench.create(
                Self.network + Self.port("a", fixed) + Self.port("b", fixed))
        }
        #expect(stack.state == "CREATE_FAILED")
        #expect(stack.reason.contains("The IP address 192.0.2.50 is in use."))
    }

    @Test(
        "refuse subnets that are none",
        arguments: [
            ("network: {get_resource: net}", "at least one of the following"),
            ("network: {get_resource: net}\n      cidr: 192.0.2.128/25", "overlaps"),
            ("network: none\n      cidr: 198.51.100.0/24", "The network (none) could not be found"),
            (
                "network: {get_resource: net}\n      cidr: 198.51.100.0/24\n      gateway_ip: x",
                "is in invalid format"
            ),
        ])
    func badSubnet(properties: String, reason: String) throws {
        let stack = try CloudBench().run { bench in
            try await bench.create(
                Self.network
                    + "  other:\n    type: OS::Neutron::Subnet\n    depends_on: subnet\n"
                    + "    properties:\n      \(properties)\n")
        }
        #expect(stack.state == "CREATE_FAILED")
        #expect(stack.reason.lowercased().contains(reason.lowercased()), "\(stack.reason)")
    }

    @Test("are joined by routers, and reached from outside by floating addresses")
    func routers() throws {
        let (stack, floating, gateway) = try CloudBench().run { bench in
            let stack = try await bench.create(
                Self.network + Self.port("a") + Self.outside)
            return (
                stack, try await bench.attribute("show", of: "floating"),
                try await bench.attribute("external_gateway_info", of: "router")
            )
        }
        #expect(stack.state == "CREATE_COMPLETE", "\(stack.reason)")
        #expect(floating["floating_ip_address"].text.hasPrefix("203.0.113."))
        #expect(floating["fixed_ip_address"].text.hasPrefix("192.0.2.1"))
        #expect(gateway["external_fixed_ips"][0]["ip_address"].text.hasPrefix("203.0.113."))
    }

    @Test("are what servers are plugged into, and told by")
    func servers() throws {
        let (vifs, networks, first, left) = try CloudBench().run { bench in
            let id = try await bench.begin(
                Self.network + Self.server)
            try await bench.waitForServers(1)
            try await bench.deploy("compute-0")
            _ = try await bench.settled(id)
            let vifs = try await bench.servers()[0].terms?.vifs ?? []
            let found = (
                try await bench.attribute("networks", of: "server"),
                try await bench.attribute("first_address", of: "server")
            )
            try await bench.service.delete("stack")
            try await bench.until("deletion") {
                try await bench.servers().contains { $0.state == .deleting }
            }
            try await bench.remove("compute-0")
            #expect(try await bench.settled(id).state == "DELETE_COMPLETE")
            return (
                vifs, found.0, found.1, try await bench.store.scan(PortRecord.self).count
            )
        }
        #expect(vifs.count == 1)
        #expect(networks["ctlplane"] == ["192.0.2.10"])
        #expect(first == "192.0.2.10")
        #expect(left == 0)
    }
}
