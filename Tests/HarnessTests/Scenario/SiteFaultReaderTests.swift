import Hardware
import Harness
import Testing

@Suite("A fault of a site in a scenario")
struct SiteFaultReaderTests {
    private static func scenario(_ fault: String, power: String = "{ pdu: 7kW }") -> String {
        """
        scenario: full-cloud
        machines: [{ count: 2, rack: rack-1, processors: 8, memory: 32GiB }]
        datacenter: { power: \(power) }
        cloud:
          mode: poc
          flavors: [{ name: a, processors: 4, memory: 8GiB, disk: 40GiB }]
          roles: [{ name: controller, count: 1, flavor: a }]
        faults: [{ \(fault) }]
        """
    }

    @Test(
        "befalls a feed, a PDU or a switch",
        arguments: [
            ("fault: feed-loss, where: { feed: A }", FaultTarget.feed("A")),
            ("fault: feed-loss, where: any", .any),
            ("fault: breaker-trip, where: { pdu: rack-1/B }", .pdu("rack-1/B")),
            ("fault: breaker-trip, where: { rack: rack-1 }", .rack("rack-1")),
            ("fault: switch-dead, where: { switch: rack-1 }", .switch("rack-1")),
            ("fault: switch-dead, where: { switch: core }", .switch(.core)),
            ("fault: switch-forgets, where: { switch: rack-1 }", .switch("rack-1")),
            ("fault: uplink-slow, where: { rack: rack-1 }", .rack("rack-1")),
            ("fault: power-loss, where: { feed: B }", .feed("B")),
            ("fault: link-loss, where: { switch: rack-1 }", .switch("rack-1")),
        ])
    func places(fault: String, target: FaultTarget) throws {
        let read = try ScenarioText.read(Self.scenario("\(fault), at: 1h, for: 5m"))
        #expect(read.faults.map(\.target) == [target])
    }

    @Test(
        "that cannot be is refused, with what is wrong",
        arguments: [
            ("fault: feed-loss, where: { rack: rack-1 }, for: 5m", "expected any or a feed"),
            ("fault: breaker-trip, where: leader, for: 5m", "expected any, a PDU, a rack"),
            ("fault: switch-dead, where: { feed: A }, for: 5m", "expected any, a switch"),
            ("fault: link-loss, where: { pdu: rack-1/A }, for: 5m", "does not befall"),
            ("fault: feed-loss, where: { feed: C }, for: 5m", "unknown feed 'C'; known are A, B"),
            ("fault: breaker-trip, where: { pdu: A }, for: 5m", "known are rack-1/A, rack-1/B"),
            ("fault: switch-dead, where: { switch: s }, for: 5m", "unknown switch 's'"),
            ("fault: uplink-loss, where: { switch: core }, for: 5m", "expected a rack's switch"),
            ("fault: switch-late, where: { switch: core }, for: 5m", "expected a rack's switch"),
            ("fault: feed-loss, where: { feed: A }", "missing key 'for'"),
            ("fault: breaker-trip, where: any, for: 5s", "expected at least 60 s"),
            ("fault: stp-delay, where: any, for: 5s", "expected at least 60 s"),
        ])
    func refused(fault: String, message: String) {
        let problems = ScenarioText.problems(Self.scenario("\(fault), at: 1h"))
        #expect(problems.contains { $0.message.contains(message) }, "\(problems)")
    }

    @Test("a scenario says how its machines are fed")
    func power() throws {
        let text = Self.scenario(
            "fault: feed-loss, where: any, at: 1h, for: 1m",
            power: "{ supplies: 1, pdu: 7kW, busy: 350W, restore: always-on, restore-within: 4m }")
        let power = try ScenarioText.read(text).datacenter.power
        #expect(power.pdu == Watts(7000) && power.busy == Watts(350))
        #expect(power.restore == .alwaysOn && power.restoreWithin == .seconds(240))
        #expect((0..<3).map { power.supplies(ofMachine: $0) } == [["A"], ["B"], ["A"]])
    }
}
