import Hardware
import Harness
import Testing

@Suite("How machines are managed in a scenario")
struct ManagementReaderTests {
    private static func scenario(
        _ group: String, datacenter: String = "nic: 10Gbit/s", rest: String = ""
    ) -> String {
        """
        scenario: full-cloud
        machines:
          - { count: 2, rack: rack-1, processors: 8, memory: 32GiB\(group) }
        datacenter: { \(datacenter) }
        cloud:
          mode: poc
          flavors: [{ name: a, processors: 4, memory: 8GiB, disk: 40GiB }]
          roles: [{ name: controller, count: 1, flavor: a }]
        \(rest)
        """
    }

    private static func wire(_ group: String) throws -> ManagementProtocol? {
        guard case .machines(let groups) = try ScenarioText.read(scenario(group)).hardware else {
            return nil
        }
        return groups[0].wire
    }

    @Test("is what their group says, and without a wire where it says nothing")
    func groups() throws {
        #expect(try Self.wire("") == nil)
        #expect(try Self.wire(", management: direct") == nil)
        #expect(try Self.wire(", management: ipmi") == .ipmi)
        #expect(try Self.wire(", management: redfish") == .redfish)
    }

    @Test("that nobody knows is refused, with the line")
    func unknown() {
        let problems = ScenarioText.problems(Self.scenario(", management: snmp"))
        #expect(problems.map(\.line) == [3])
        #expect(problems.first?.message.contains("direct, ipmi, redfish") == true)
    }

    @Test("is said by groups of machines themselves, and not by the datacenter")
    func datacenter() {
        let problems = ScenarioText.problems(Self.scenario("", datacenter: "management: wire"))
        #expect(problems.map(\.line) == [4])
    }

    @Test("by an inventory is what each driver speaks, where the datacenter says wire")
    func drivers() {
        let drivers: [DriverName] = ["ipmi", "intel-ipmi", "redfish", "idrac", "xclarity"]
        #expect(
            drivers.map(InventoryManagement.wire.wire(for:)) == [
                .ipmi, .ipmi, .redfish, .redfish, nil,
            ])
        #expect(drivers.allSatisfy { InventoryManagement.direct.wire(for: $0) == nil })
    }

    @Test("over a wire is what a fault of the wire asks for")
    func faults() {
        let fault = "faults: [{ fault: bmc-replayed, where: any, at: 1m }]"
        let without = ScenarioText.problems(Self.scenario("", rest: fault))
        #expect(without.map(\.line) == [9])
        #expect(ScenarioText.problems(Self.scenario(", management: ipmi", rest: fault)).isEmpty)
    }

    @Test("asks for events that there are")
    func asks() throws {
        let good = Self.scenario("", rest: "asks: [disk.write-started]")
        #expect(try ScenarioText.read(good).asks == [AskedEvent("disk.write-started")])
        let bad = ScenarioText.problems(Self.scenario("", rest: "asks: [disk.written]"))
        #expect(bad.map(\.line) == [9])
    }
}
