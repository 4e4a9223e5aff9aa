import World

/// What is said of a run in the end.
public struct Verdict: Sendable, Hashable, Codable {
    public var outcome: RunOutcome
    public let scenario: String
    public let seed: UInt64
    /// The trace's hash, sixteen hexadecimal digits.
    public let trace: String
    public let machines: Int
    /// How long the run took in the world's time, and in the time of whoever waited for it.
    public let virtual: TimeSpan
    public let wall: TimeSpan

    private enum CodingKeys: String, CodingKey {
        case outcome, scenario, seed, trace, machines
        case virtual = "virtualSeconds"
        case wall = "wallSeconds"
    }

    public init(
        outcome: RunOutcome, scenario: String, seed: UInt64, trace: String, machines: Int,
        virtual: Duration, wall: Duration
    ) {
        self.outcome = outcome
        self.scenario = scenario
        self.seed = seed
        self.trace = trace
        self.machines = machines
        self.virtual = TimeSpan(virtual)
        self.wall = TimeSpan(wall)
    }

    /// The last line of a run. Scripts read it, so its form never changes.
    public var line: String {
        "verdict: \(outcome.word)  scenario \(scenario)  seed \(seed)  trace \(trace)  "
            + "machines \(machines)  virtual \(virtual.duration.clockText)  wall \(wallText)"
    }

    private var wallText: String {
        let hundredths = (wall.nanoseconds + 5_000_000) / 10_000_000
        let fraction = hundredths % 100
        return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)s"
    }
}
