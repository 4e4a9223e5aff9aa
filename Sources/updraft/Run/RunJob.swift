import Harness

/// One run to be done by a process of its own.
struct RunJob: Sendable {
    let scenario: Scenario
    let seed: UInt64
    let schedule: RunSchedule
    /// Where its report is kept; nil where none is asked for.
    let report: String?
    var window: EventWindow?
    var reseeding: ReseedingOption?

    var parameters: RunParameters {
        RunParameters(
            scenario: scenario, seed: seed, schedule: schedule, recording: window?.events)
    }
}
