import Simulation

/// Draws a machine's figures: how its parts were made, which is the same each time they are
/// measured, and what one run of a benchmark differs from the next by.
struct FigureDraw {
    /// How much of the scatter is the part's own.
    private static let own = 0.3

    private let build: SeededGenerator
    private var run: SeededGenerator
    private var part = 0.0

    init(_ chance: SeededGenerator, at moment: VirtualTime) {
        build = chance
        run = chance.branch("run at \(moment.nanoseconds)")
    }

    /// From here on figures are of this part.
    mutating func begin(_ name: String) {
        var chance = build.branch(name)
        part = Self.normal(&chance)
    }

    /// A figure about a centre, with the whole of the spread about it.
    mutating func value(_ centre: Double, _ spread: Double) -> Double {
        let noise =
            Self.own.squareRoot() * part + (1 - Self.own).squareRoot() * Self.normal(&run)
        let value = max(centre * (1 + spread * noise), centre / 10)
        return (value * 100).rounded() / 100
    }

    /// All but a normal deviate: the sum of twelve even ones, which needs no function that systems
    /// compute differently.
    private static func normal(_ chance: inout SeededGenerator) -> Double {
        (0..<12).reduce(-6.0) { sum, _ in sum + Double.random(in: 0..<1, using: &chance) }
    }
}
