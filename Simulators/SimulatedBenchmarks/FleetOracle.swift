/// The most that any method could find in a fleet: it knows how healthy figures are distributed,
/// which machine is of which firmware, how many are sick and by how much, and so weighs for each
/// machine how much likelier its figures are if it is sick (the likelihood ratio, by which no test
/// finds more at the same rate of false findings: Neyman and Pearson, 1933).
public struct FleetOracle: Sendable {
    private let specification: FleetSpecification

    public init(_ specification: FleetSpecification) { self.specification = specification }

    /// How far around the likeliest value the scatter that a part's figures share is summed up, and
    /// in what steps.
    private static let reach = 8.0
    private static let step = 0.25

    /// Machines whose part of healthy ones is at most the rate, as it expects.
    public func found(in fleet: SimulatedFleet, rate: Double) -> Set<String> {
        let prior = Double(specification.sickMachines) / Double(specification.machines)
        let sick = fleet.deviations.map { deviations in
            let ratio = ratio(deviations)
            return prior * ratio / (prior * ratio + 1 - prior)
        }
        var (healthy, found): (Double, Set<String>) = (0, [])
        for place in sick.indices.sorted(by: { sick[$0] > sick[$1] }) {
            healthy += 1 - sick[place]
            guard healthy <= rate * Double(found.count + 1) else { break }
            found.insert(SimulatedFleet.serial(place))
        }
        return found
    }

    /// How much likelier a machine's figures are if it is sick.
    private func ratio(_ deviations: [Double]) -> Double {
        let parts = SimulatedFleet.figurePlaces
        let hypotheses = Double(
            specification.sickness == .part
                ? SimulatedFleet.sickParts.count : SimulatedFleet.figureCount)
        return parts.reduce(0) { sum, part in
            guard specification.sickness == .figure || SimulatedFleet.sickParts.contains(part.name)
            else { return sum }
            return sum + partRatio(part.places.map { deviations[$0] }) / hypotheses
        }
    }

    /// The sum over what could be wrong with one part.
    private func partRatio(_ figures: [Double]) -> Double {
        specification.shape == .heavyTailed ? heavyRatio(figures) : normalRatio(figures)
    }

    // MARK: Normal figures

    private func normalRatio(_ figures: [Double]) -> Double {
        let straight = square(figures)
        guard specification.sickness == .figure else {
            return gain(straight, square(figures.map { $0 + specification.spreads }))
        }
        return figures.indices.reduce(0) { sum, one in
            var shifted = figures
            shifted[one] += specification.spreads
            return sum + gain(straight, square(shifted))
        }
    }

    private func gain(_ straight: Double, _ shifted: Double) -> Double {
        Logarithm.exponential(min(Self.most, (straight - shifted) / 2))
    }

    /// No ratio need be larger to be certain.
    private static let most = 300.0

    /// Mahalanobis' distance where all figures have the same share in common.
    private func square(_ figures: [Double]) -> Double {
        let (shared, own) = (SimulatedFleet.shared, 1 - SimulatedFleet.shared)
        let sum = figures.reduce(0, +)
        let squares = figures.reduce(0) { $0 + $1 * $1 }
        return (squares - shared / (own + Double(figures.count) * shared) * sum * sum) / own
    }

    // MARK: Heavy tails

    private func heavyRatio(_ figures: [Double]) -> Double {
        let shared = SimulatedFleet.shared.squareRoot()
        let own = (1 - SimulatedFleet.shared).squareRoot()
        let middle = figures.sorted()[figures.count / 2]
        let (low, high) = (
            middle / shared - Self.reach, (middle + specification.spreads) / shared + Self.reach
        )
        var (healthy, sick) = (0.0, 0.0)
        for common in stride(from: low, through: high, by: Self.step) {
            let weight = density(common)
            let (straight, shifted) = products(figures, shared * common, own)
            healthy += weight * straight
            sick += weight * shifted
        }
        return healthy > 0 ? sick / healthy : 0
    }

    /// Of the figures as they are, and where all of them or any single one is shifted.
    private func products(
        _ figures: [Double], _ common: Double, _ own: Double
    ) -> (straight: Double, shifted: Double) {
        var (straight, all, single) = (1.0, 1.0, 0.0)
        for figure in figures {
            let (plain, moved) = (
                density((figure - common) / own),
                density((figure + specification.spreads - common) / own)
            )
            single = single * plain + straight * moved
            straight *= plain
            all *= moved
        }
        return (straight, specification.sickness == .part ? all : single)
    }

    /// Of one deviate, but for a factor that is the same for all.
    private func density(_ deviate: Double) -> Double {
        let unscaled = deviate * BenchmarkChance.heavyScale
        let base = 1 + unscaled * unscaled / 3
        return 1 / (base * base)
    }
}
