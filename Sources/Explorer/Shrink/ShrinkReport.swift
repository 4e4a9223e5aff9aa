public import Harness
import World

/// What shrinking a failure came to.
public struct ShrinkReport: Sendable, Encodable {
    public let file: String
    public let output: String
    public let signature: FailureSignature
    public let before: ScenarioSize
    public let after: ScenarioSize
    /// What was taken away, in order.
    public let removed: [String]
    public let runs: Int
    /// Whether nothing more could be taken away; time was up otherwise.
    public let isMinimal: Bool
    public let seconds: Double
    public let seed: UInt64
    public let schedule: RunSchedule
    /// The command that shows the failure.
    public let replay: String

    /// - Parameters:
    ///   - inventory: machines of the inventory that the file names.
    public init(
        file: String, output: String, before: Probe, _ result: Shrinker.Result,
        _ signature: FailureSignature, inventory: Int, took: Duration
    ) {
        self.file = file
        self.output = output
        self.signature = signature
        self.before = ScenarioSize(before.text, inventory: inventory)
        after = ScenarioSize(result.probe.text, inventory: inventory)
        removed = result.removed
        runs = result.runs
        isMinimal = result.isMinimal
        seconds = took.seconds
        seed = result.probe.seed
        schedule = result.probe.schedule
        replay = SearchReport.replay(output, result.probe)
    }

    /// For people; the last line is the command that shows the failure.
    public var lines: [String] {
        let end = isMinimal ? "nothing more can go" : "time was up; more may go"
        return removed.map { "took away: \($0)" } + [
            "from \(before.text)",
            "to   \(after.text)",
            "\(runs) runs in \(Int(seconds)) s; \(end)",
            "fails with \(signature.text)",
            replay,
        ]
    }
}
