import BareMetal
import Hardware
import Harness
import Testing

@Suite("A request of an operator in a scenario")
struct OperatorRequestReaderTests {
    private static func scenario(_ request: String) -> String {
        """
        scenario: full-cloud
        machines: [{ count: 2, rack: rack-1, processors: 8, memory: 32GiB }]
        cloud:
          mode: poc
          flavors: [{ name: a, processors: 4, memory: 8GiB, disk: 40GiB }]
          roles: [{ name: controller, count: 1, flavor: a }]
        operations: [{ \(request), where: any, at: 1h }]
        """
    }

    @Test(
        "is a verb, with steps where it takes them",
        arguments: [
            ("ask: abort", NodeRequest.abort), ("ask: unhold", .unhold),
            ("ask: unrescue", .unrescue),
            (
                "ask: service, steps: [power.hold, bios.factory_reset]",
                .service([RequestedStep(.power, "hold"), RequestedStep(.bios, "factory_reset")])
            ),
            ("ask: clean, steps: [power.reboot]", .clean([RequestedStep(.power, "reboot")])),
            (
                "ask: clean, steps: [{ step: raid.create_configuration, "
                    + "arguments: { a: no, b: [1, \"1\"] } }]",
                .clean([
                    RequestedStep(
                        .raid, .createConfiguration, arguments: ["a": false, "b": [1, "1"]])
                ])
            ),
        ])
    func requests(text: String, request: NodeRequest) throws {
        let read = try ScenarioText.read(Self.scenario(text))
        #expect(read.faults.map(\.kind) == [.operation(.request(request))])
    }

    @Test(
        "is a change of power, by a word of its own",
        arguments: [
            ("power-on", PowerRequest.on), ("power-off", .off), ("reboot", .reboot),
            ("soft-reboot", .softReboot), ("soft-off", .softOff),
        ])
    func power(word: String, request: PowerRequest) throws {
        let read = try ScenarioText.read(Self.scenario("ask: \(word)"))
        #expect(read.faults.map(\.kind) == [.operation(.power(request))])
    }

    @Test(
        "that cannot be is refused, with what is wrong",
        arguments: [
            ("count: 1", "missing key 'ask'"), ("ask: fly", "unknown operation 'fly'"),
            ("ask: deploy", "unknown operation 'deploy'"),
            ("ask: abort, steps: [power.hold]", "expected them with clean or service"),
            ("ask: abort, ephemeral: made", "expected it with rebuild"),
            ("ask: reboot, steps: [power.hold]", "expected nothing more"),
            ("ask: service", "missing key 'steps'"),
            ("ask: service, steps: []", "expected a list of at least one step"),
            ("ask: service, steps: [reboot]", "expected an interface and a step"),
            ("ask: abort, for: 5m", "unknown key 'for'"),
            ("ask: clean, steps: [{ arguments: {} }]", "missing key 'step'"),
            ("ask: clean, steps: [{ step: bios.a, arguments: 1 }]", "arguments by name"),
            ("ask: clean, steps: [{ step: bios.a, priority: 1 }]", "unknown key 'priority'"),
        ])
    func refused(text: String, message: String) {
        let problems = ScenarioText.problems(Self.scenario(text))
        #expect(problems.contains { $0.message.contains(message) }, "\(problems)")
    }
}
