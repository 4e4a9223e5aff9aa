import Hardware
import SimulatedDatacenter
import Simulation
import Testing
import World

@Suite("A distribution of durations")
struct TimingTests {
    private static let range: ClosedRange<Duration> = .seconds(10)...(.seconds(100))
    private static let draws = 20_000

    @Test(
        "draws nothing outside its bounds",
        arguments: [
            DurationDistribution.Shape.constant(.seconds(7)), .uniform(range),
            .triangular(range, mode: .seconds(20)), .longTailed(range),
        ],
        UInt64(1)...5
    )
    func bounds(shape: DurationDistribution.Shape, seed: UInt64) {
        let distribution = DurationDistribution("test", shape)
        for duration in Self.draw(distribution, seed) {
            #expect(distribution.bounds.contains(duration))
        }
    }

    @Test("has the mean of its shape")
    func means() {
        func mean(_ shape: DurationDistribution.Shape) -> Double {
            let drawn = Self.draw(DurationDistribution("test", shape), 1).map(\.seconds)
            return drawn.reduce(0, +) / Double(drawn.count)
        }
        #expect(abs(mean(.constant(.seconds(7))) - 7) < 1e-6)
        #expect(abs(mean(.uniform(Self.range)) - 55) < 1)
        // (low + mode + high) / 3
        #expect(abs(mean(.triangular(Self.range, mode: .seconds(20))) - 130.0 / 3) < 1)
        // Pareto of shape 2 from 10, cut at 100: 2 x 10 x (1 - 0.1) / (1 - 0.01)
        #expect(abs(mean(.longTailed(Self.range)) - 18 / 0.99) < 0.5)
    }

    @Test("with a long tail stays near its lower bound half of the time")
    func median() {
        let drawn = Self.draw(DurationDistribution("test", .longTailed(Self.range)), 1).sorted()
        // The median of a Pareto distribution of shape 2 is the lower bound times the root of 2.
        #expect(abs(drawn[Self.draws / 2].seconds - 14.1) < 0.3)
        #expect(drawn.last.map { $0 > .seconds(80) } == true)
    }

    @Test("of ordinary machines has self tests of 90 to 240 seconds")
    func post() {
        #expect(TimingProfile().post.bounds == .seconds(90)...(.seconds(240)))
    }

    private static func draw(_ distribution: DurationDistribution, _ seed: UInt64) -> [Duration] {
        var generator = SeededGenerator(seed: seed)
        return (0..<draws).map { _ in distribution.draw(using: &generator) }
    }
}
