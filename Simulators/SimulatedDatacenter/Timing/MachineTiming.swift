import Hardware
import Simulation

/// One machine's draws: its own branches of the seed, and how much slower than its kind it is.
final class MachineTiming: Sendable {
    let profile: TimingProfile
    /// Times what the machine itself takes; 1 for an ordinary machine.
    let slowdown: Double
    let diskWriteRate: Bandwidth
    private let generators: Confined<[SeededGenerator]>

    init(_ profile: TimingProfile, _ speed: SpeedClass, _ seed: SeededGenerator, _ on: Simulator) {
        self.profile = profile
        var build = seed.branch("build")
        let isSlow = Double.random(in: 0..<1, using: &build) < profile.slowMachines.value
        let factor = Double.random(in: profile.slowdown, using: &build)
        slowdown = speed == .slow || (speed == .drawn && isSlow) ? factor : 1
        let rate = profile.diskWriteRate.draw(using: &build)
        diskWriteRate = Bandwidth(bytesPerSecond: rate.bytesPerSecond / slowdown)
        generators = Confined(on, MachinePart.allCases.map { seed.branch("\($0)") })
    }

    /// What a part of the machine takes, slow or not.
    func draw(
        _ distribution: KeyPath<TimingProfile, DurationDistribution>,
        for part: MachinePart
    ) -> Duration {
        generators.write { profile[keyPath: distribution].draw(using: &$0[part.rawValue]) }
            * slowdown
    }

    /// What the way to the machine takes, which does not hang on how fast the machine is.
    func drawLatency(_ distribution: DurationDistribution, on link: MachinePart) -> Duration {
        generators.write { distribution.draw(using: &$0[link.rawValue]) }
    }

    /// Whether something of this likelihood happens.
    func happens(_ ratio: Ratio, in part: MachinePart) -> Bool {
        generators.write { Double.random(in: 0..<1, using: &$0[part.rawValue]) } < ratio.value
    }

    func draw(in range: ClosedRange<Double>, for part: MachinePart) -> Double {
        generators.write { Double.random(in: range, using: &$0[part.rawValue]) }
    }
}
