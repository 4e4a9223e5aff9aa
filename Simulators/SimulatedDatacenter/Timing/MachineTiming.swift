import Hardware
import Simulation

/// One machine's draws: its own branches of the seed, and how much slower than its kind it is.
final class MachineTiming: Sendable {
    let profile: TimingProfile
    /// Times what the machine itself takes; 1 for an ordinary machine.
    let slowdown: Double
    /// What sets the machine's model apart.
    let traits: ModelTraits
    /// How hot the air is that it takes in while the room is cooled, in degrees Celsius.
    let inletTemperature: Double
    private let coolWriteRate: Bandwidth
    private let heat: Confined<Double>
    private let generators: Confined<[SeededGenerator]>

    init(
        _ profile: TimingProfile, _ specification: MachineSpecification, _ seed: SeededGenerator,
        _ on: Simulator
    ) {
        let (profile, speed) = (profile.of(specification.model), specification.speed)
        self.profile = profile
        traits = ModelTraits(of: specification.model)
        var room = seed.branch("room")
        inletTemperature = Double.random(in: 18...26, using: &room)
        heat = Confined(on, 1)
        var build = seed.branch("build")
        let isSlow = Double.random(in: 0..<1, using: &build) < profile.slowMachines.value
        let factor = Double.random(in: profile.slowdown, using: &build)
        slowdown = speed == .slow || (speed == .drawn && isSlow) ? factor : 1
        let rate = profile.diskWriteRate.draw(using: &build)
        coolWriteRate = Bandwidth(bytesPerSecond: rate.bytesPerSecond / slowdown)
        generators = Confined(on, MachinePart.allCases.map { seed.branch("\($0)") })
    }

    /// How much longer everything takes while the processors slow themselves down; 1 in the cool.
    var throttling: Double {
        get { heat.read { $0 } }
        set { heat.write { $0 = newValue } }
    }

    /// What a sound disk takes of a stream now.
    var diskWriteRate: Bandwidth {
        Bandwidth(bytesPerSecond: coolWriteRate.bytesPerSecond / throttling)
    }

    /// What a part of the machine takes, slow or not.
    func draw(
        _ distribution: KeyPath<TimingProfile, DurationDistribution>,
        for part: MachinePart
    ) -> Duration {
        generators.write { profile[keyPath: distribution].draw(using: &$0[part.rawValue]) }
            * (slowdown * throttling)
    }

    /// What the way to the machine takes, which does not hang on how fast the machine is.
    func drawLatency(_ distribution: DurationDistribution, on link: MachinePart) -> Duration {
        generators.write { distribution.draw(using: &$0[link.rawValue]) }
    }

    /// Whether this start is one of those that a machine of the model does not get through.
    var hangsInPOST: Bool {
        traits.hangsInPOST.value > 0 && happens(traits.hangsInPOST, in: .start)
    }

    /// Whether something of this likelihood happens.
    func happens(_ ratio: Ratio, in part: MachinePart) -> Bool {
        generators.write { Double.random(in: 0..<1, using: &$0[part.rawValue]) } < ratio.value
    }

    func draw(in range: ClosedRange<Double>, for part: MachinePart) -> Double {
        generators.write { Double.random(in: range, using: &$0[part.rawValue]) }
    }
}
