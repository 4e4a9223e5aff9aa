public import Harness

/// One run to be made in a search.
public struct Probe: Sendable, Hashable {
    /// The scenario with all that was changed of it.
    public var text: ScenarioText
    /// The file whose folder paths in the scenario start from.
    public var origin: String
    public var seed: UInt64
    public var schedule: RunSchedule
    /// From when on it draws other chance; nil where it does not.
    public var reseeding: Reseeding?

    public init(
        _ text: ScenarioText, origin: String, seed: UInt64, schedule: RunSchedule,
        reseeding: Reseeding? = nil
    ) {
        self.text = text
        self.origin = origin
        self.seed = seed
        self.schedule = schedule
        self.reseeding = reseeding
    }
}
