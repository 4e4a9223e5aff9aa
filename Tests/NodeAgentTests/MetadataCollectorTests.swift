import Hardware
import NodeAgent
import Simulation
import Testing
import World

@Suite("An installed system's collector")
struct MetadataCollectorTests {
    private static let address = MACAddress(rawValue: 1)

    private static func start(_ hosts: Hosts) -> (desk: BareMetalDesk, process: SimulatedProcess) {
        let service = hosts.process("service", on: "service")
        let desk = BareMetalDesk(service.world, hosts.simulator)
        let (process, world) = hosts.process("collector", on: "machine")
        let collector = MetadataCollector(
            world: world, addresses: [address], image: "0123", service: "service",
            shutDown: { process.kill() })
        process.spawn { await collector.run() }
        return (desk, process)
    }

    @Test("is heard at once, and then about once an interval")
    func polling() {
        let hosts = Hosts(["service", "machine"])
        let (desk, _) = Self.start(hosts)
        hosts.pass(.seconds(1))
        #expect(desk.checkIns.count == 1)
        hosts.pass(MetadataCollector.interval * 100)
        #expect((80...126).contains(desk.checkIns.count))
    }

    @Test("says who it is and what it was started from")
    func contents() {
        let hosts = Hosts(["service", "machine"])
        let (desk, _) = Self.start(hosts)
        hosts.pass(.seconds(1))
        #expect(desk.checkIns.first?.addresses == [Self.address])
        #expect(desk.checkIns.first?.image == "0123")
        #expect(desk.checkIns.first?.host == "machine")
    }

    @Test("goes on after nobody answered, and ends with its machine")
    func endurance() {
        let hosts = Hosts(["service", "machine"])
        let (desk, process) = Self.start(hosts)
        hosts.unplug("machine")
        hosts.pass(.seconds(1000))
        hosts.plug("machine")
        hosts.pass(MetadataCollector.interval * 2)
        let heard = desk.checkIns.count
        #expect(heard > 0)
        process.kill()
        hosts.pass(.seconds(1000))
        #expect(desk.checkIns.count == heard)
    }

    @Test("goes on until it is asked to shut down, and then does")
    func shutDown() {
        let hosts = Hosts(["service", "machine"])
        let (desk, process) = Self.start(hosts)
        hosts.pass(MetadataCollector.interval * 3)
        #expect(process.isAlive)
        desk.wish(.shutDown)
        hosts.pass(MetadataCollector.interval * 2)
        #expect(!process.isAlive)
    }
}
