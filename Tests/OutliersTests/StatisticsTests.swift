import Testing

@testable import Outliers

struct StatisticsTests {
    @Test("the AHC document's three hosts deviate by 19.50")
    func oracle() {
        let statistics = SampleStatistics([379, 399, 418])
        #expect(FigureText.hundredths(statistics.deviation) == "19.50")
    }

    @Test(
        "logarithm and exponential are right to twelve digits",
        arguments: [
            (2.0, 0.693147180559945), (10, 2.302585092994046), (1e-9, -20.72326583694641),
        ])
    func logarithm(number: Double, expected: Double) {
        #expect(abs(RealFunctions.logarithm(number) - expected) < 1e-12 * abs(expected))
        #expect(abs(RealFunctions.exponential(expected) / number - 1) < 1e-12)
    }

    @Test(
        "tails are Student's and the normal's",
        arguments: [
            (Double.infinity, 1.959964, 0.025), (.infinity, 4.753424, 1e-6), (10, 2.763769, 0.01),
            (5, 4.032143, 0.005), (.infinity, 0, 0.5),
        ])
    func tail(freedom: Double, score: Double, expected: Double) {
        let tail = TailDistribution(freedom: freedom, scale: 1)
        #expect(abs(tail.chance(beyond: score) / expected - 1) < 0.05)
    }

    @Test("half of the figures may be anything")
    func breakdown() {
        let figures = [10.0, 10.1, 9.9, 10.2, 9.8, 10.05, 1e9, -1e9, 1e12].sorted()
        let found = RobustSpread(sorted: figures)
        #expect(abs(found.centre - 10.05) < 0.2 && found.spread < 1)
    }

    @Test("where the other side is as far out, nothing is found; else as far as the rate allows")
    func mirrored() {
        let found = (1...40).map { Double($0) / 10_000 }
        #expect(DiscoveryRate.limit(found, mirroredBy: [], rate: 0.05) == 0.004)
        #expect(DiscoveryRate.limit(found, mirroredBy: found, rate: 0.05) == 0)
        // One of the other side is forgiven among forty, and none among fewer.
        #expect(DiscoveryRate.limit(found, mirroredBy: [0.0035], rate: 0.05) == 0.004)
        #expect(DiscoveryRate.limit(found, mirroredBy: [0.0025, 0.0026], rate: 0.05) == 0.0024)
        #expect(DiscoveryRate.limit(Array(found.prefix(19)), mirroredBy: [], rate: 0.05) == 0)
        #expect(DiscoveryRate.limit([0.6, 0.7], mirroredBy: [], rate: 1) == 0)
    }

    @Test("Benjamini and Hochberg's limit, and Simes' chance")
    func rates() {
        let chances = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216]
        #expect(DiscoveryRate.limit(chances, rate: 0.05) == 0.008)
        #expect(DiscoveryRate.limit([0.9], rate: 0.05) == 0)
        #expect(abs(DiscoveryRate.combined([0.01, 0.02, 0.9]) - 0.03) < 1e-12)
    }

    @Test(
        "a processor's baseline is that of the longest name, words dropped from the right",
        arguments: [
            ("Intel(R) Xeon(R) CPU E5-2650 0 @ 2.00GHz", 450.0),
            ("Intel(R) Xeon(R) CPU E5-2650 0 @ 2.20GHz", 420),
            ("Intel(R) Xeon(R) CPU E5-2750 0 @ 2.20GHz", 400),
            ("Intel(R) Xeon(R) CPU E7-2750 0 @ 2.20GHz", 300),
        ])
    func baseline(model: String, loops: Double) {
        #expect(ProcessorBaseline.minimum("loops_per_sec", model: model) == loops)
        #expect(ProcessorBaseline.minimum("loops_per_sec", model: "Intel(R) Leon(R) CPU") == nil)
    }
}
