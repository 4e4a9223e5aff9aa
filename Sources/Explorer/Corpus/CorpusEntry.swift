public import Harness

/// A failure that was found, as a file: the scenario that shows it, and how.
///
/// The file is a scenario that `updraft run` takes. What is known of the failure is its `found`;
/// faults that a search drew are written out among its `faults`, so that the file alone says what
/// goes wrong, when and where.
public struct CorpusEntry: Sendable, Hashable {
    /// The form of files that this Updraft writes and reads.
    public static let format = 1

    public var text: ScenarioText
    public var signature: FailureSignature
    /// The scenario that was searched, as its file was called.
    public var source: String
    public var seed: UInt64
    public var schedule: RunSchedule
    /// The Updraft that found it.
    public var version: String
    /// How often it was found until the entry was written.
    public var times: Int

    public init(
        _ probe: Probe, _ signature: FailureSignature, source: String, version: String,
        times: Int = 1
    ) {
        text = probe.text
        self.signature = signature
        self.source = source
        seed = probe.seed
        schedule = probe.schedule
        self.version = version
        self.times = times
    }

    /// What the entry's file and its scenario are called: `full-cloud-3f9a0c21`.
    public static func name(of scenario: String, _ signature: FailureSignature) -> String {
        "\(scenario)-\(signature.identifier)"
    }

    /// The file's text, whose name is the scenario's.
    public var fileText: String {
        var text = text
        text.root[ScenarioReader.foundKey] = ScenarioPart(
            .mapping(
                [
                    ("format", .plain("\(Self.format)")),
                    ("signature", ScenarioPart(.scalar(signature.text, isPlain: false))),
                    ("from", ScenarioPart(.scalar(source, isPlain: source.isPlainWord))),
                    ("seed", .plain("\(seed)")),
                    ("schedule", .plain(schedule.text)),
                    ("version", ScenarioPart(.scalar(version, isPlain: false))),
                    ("times", .plain("\(times)")),
                ].map { ScenarioPart.Entry($0.0, $0.1) }),
            style: .block, lead: [""])
        return text.text
    }
}
