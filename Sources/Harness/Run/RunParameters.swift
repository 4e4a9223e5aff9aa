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
        "updraft run \(Self.quoted(scenario.file)) --seed \(seed) --schedule \(schedule.text)"
    }

    /// A path as a shell takes it for one word.
    private static func quoted(_ path: String) -> String {
        let plain = path.utf8.allSatisfy { byte in
            switch UnicodeScalar(byte) {
            case "a"..."z", "A"..."Z", "0"..."9", "/", ".", "-", "_", "+", ",", ":", "@": true
            default: byte >= 128
            }
        }
        guard !plain || path.isEmpty else { return path }
        return "'"
            + path.split(separator: "'", omittingEmptySubsequences: false)
            .joined(separator: "'\\''") + "'"
    }
}
