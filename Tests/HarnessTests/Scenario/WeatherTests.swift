import Hardware
import Testing
import World

@testable import Harness

@Suite("A scenario's weather")
struct WeatherTests {
    /// Chance for tests that is the same on every platform.
    private struct Chance: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    private static func weather(
        kinds: [FaultKind] = [.hardware(.powerLoss), .site(.breakerTrip)],
        interval: Duration = .seconds(3600),
        lasting: ClosedRange<Duration> = .seconds(30)...(.seconds(600))
    ) -> Weather {
        Weather(
            kinds: kinds, target: .any, interval: interval, lasting: lasting,
            stretch: .seconds(3600)...(.seconds(604_800)), line: 7)
    }

    private static func faults(_ weather: Weather, seed: UInt64) -> [ScenarioFault] {
        var chance = Chance(state: seed)
        return WeatherForecast.faults(of: weather, using: &chance)
    }

    @Test("the same chance brings the same faults, and another others")
    func repeats() {
        #expect(Self.faults(Self.weather(), seed: 1) == Self.faults(Self.weather(), seed: 1))
        #expect(Self.faults(Self.weather(), seed: 1) != Self.faults(Self.weather(), seed: 2))
    }

    @Test("all begin within the stretch, in order, and last as long as they may", arguments: 1...20)
    func bounds(seed: UInt64) throws {
        let faults = Self.faults(Self.weather(), seed: seed)
        var last = Duration.seconds(3600)
        for fault in faults {
            guard case .at(let moment) = fault.trigger else {
                Issue.record("expected a time of its own")
                continue
            }
            #expect(moment >= last && moment <= .seconds(604_800))
            last = moment
            let duration = try #require(fault.duration)
            #expect(duration >= fault.kind.leastDuration && duration <= .seconds(600))
            #expect(fault.extent == .drawn(1) && fault.line == 7)
        }
    }

    @Test("come as often as is said, on average")
    func rate() {
        let counts = (UInt64(1)...50).map { Self.faults(Self.weather(), seed: $0).count }
        let mean = Double(counts.reduce(0, +)) / 50
        // A week less an hour, one an hour.
        #expect(abs(mean - 167) < 10, "\(mean)")
        let kinds = Set(Self.faults(Self.weather(), seed: 3).map(\.kind.name))
        #expect(kinds == ["power-loss", "breaker-trip"])
    }

    private static let scenario = """
        scenario: full-cloud
        machines: [{ count: 2, rack: rack-1, processors: 8, memory: 32GiB }]
        cloud:
          mode: poc
          flavors: [{ name: a, processors: 4, memory: 8GiB, disk: 40GiB }]
          roles: [{ name: controller, count: 1, flavor: a }]
        weather:
          - { faults: [power-loss, feed-loss], every: 2h, lasts: { from: 1m, to: 9m }, until: 6d }
        limits: { virtual-time: 7d, heal: 6h }
        """

    @Test("is read from a scenario")
    func read() throws {
        let weather = try ScenarioText.read(Self.scenario).weather
        #expect(weather.map(\.kinds) == [[.hardware(.powerLoss), .site(.feedLoss)]])
        #expect(weather.map(\.interval) == [.seconds(7200)])
        #expect(weather.map(\.lasting) == [.seconds(60)...(.seconds(540))])
        #expect(weather.map(\.stretch) == [.zero...(.seconds(518_400))])
    }

    @Test(
        "that cannot be is refused, with what is wrong",
        arguments: [
            ("until: 6d", "until: 7d", "expected at most"),
            ("until: 6d", "from: 7h, until: 6h", "expected at least"),
            ("every: 2h", "every: 0s", "found no time at all"),
            ("to: 9m", "to: 30s", "expected at least 60 s"),
            ("[power-loss, feed-loss]", "[]", "a list of at least one fault"),
            ("[power-loss, feed-loss]", "[clock-step]", "unknown fault 'clock-step'"),
            ("every: 2h, ", "", "missing key 'every'"),
            ("every: 2h", "every: 2h, where: { role: controller }", "does not befall"),
        ])
    func refused(found: String, replacement: String, message: String) {
        let text = Self.scenario.replacing(found, with: replacement)
        let problems = ScenarioText.problems(text)
        #expect(problems.contains { $0.message.contains(message) }, "\(problems)")
    }
}
