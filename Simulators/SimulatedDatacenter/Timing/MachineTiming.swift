import Hardware
import Simulation

/// One machine's draws: its own branches of the seed, and how much slower than its kind it is.
final class MachineTiming: Sendable {
    let profile: TimingProfile
    /// Times the profile's durations; 1 for an ordinary machine.
    let slowdown: Double
    let diskWriteRate: Bandwidth
    private let hardware: Confined<SeededGenerator>
    private let wire: Confined<SeededGenerator>

    init(_ profile: TimingProfile, _ speed: SpeedClass, _ seed: SeededGenerator, _ on: Simulator) {
        self.profile = profile
        var build = seed.branch("build")
        let isSlow = Double.random(in: 0..<1, using: &build) < profile.slowMachines.value
        let factor = Double.random(in: profile.slowdown, using: &build)
        slowdown = speed == .slow || (speed == .drawn && isSlow) ? factor : 1
        let rate = profile.diskWriteRate.draw(using: &build)
        diskWriteRate = Bandwidth(bytesPerSecond: rate.bytesPerSecond / slowdown)
        hardware = Confined(on, seed.branch("hardware"))
        wire = Confined(on, seed.branch("wire"))
    }

    /// What the machine itself takes, slow or not.
    func draw(_ distribution: KeyPath<TimingProfile, DurationDistribution>) -> Duration {
        hardware.write { profile[keyPath: distribution].draw(using: &$0) } * slowdown
    }

    /// What the way to the machine takes, which does not hang on how fast it is.
    func drawLatency(_ distribution: DurationDistribution) -> Duration {
        wire.write { distribution.draw(using: &$0) }
    }

    /// Whether something of this likelihood happens.
    func happens(_ ratio: Ratio) -> Bool {
        hardware.write { Double.random(in: 0..<1, using: &$0) } < ratio.value
    }

    func draw(in range: ClosedRange<Double>) -> Double {
        hardware.write { Double.random(in: range, using: &$0) }
    }
}
