/// All that decides how a run goes: the same parameters give the same run.
public struct RunParameters: Sendable, Hashable {
    public let scenario: Scenario
    public let seed: UInt64
    public let schedule: RunSchedule
    /// The traced events to keep in words, counted from 1; it changes nothing else.
    public let recording: ClosedRange<Int64>?

    public init(
        scenario: Scenario, seed: UInt64, schedule: RunSchedule,
        recording: ClosedRange<Int64>? = nil
    ) {
        self.scenario = scenario
        self.seed = seed
        self.schedule = schedule
        self.recording = recording
    }

    /// The command that shows the same run again.
    public var replayCommand: String {
        "updraft run \(scenario.file) --seed \(seed) --schedule \(schedule.text)"
    }
}
