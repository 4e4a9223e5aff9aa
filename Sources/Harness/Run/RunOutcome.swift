/// How a run ended.
public enum RunOutcome: String, Sendable, Hashable, Codable, CaseIterable {
    case passed
    /// Something happened that must never happen.
    case unsafe
    /// The cloud did not become what it should be in its time.
    case unconverged
    /// A planted bug was not reported by the checker that must report it, and by it alone.
    case bugNotCaught = "bug-not-caught"
    /// The same parameters gave two different runs.
    case undetermined = "not-deterministic"
    /// Somebody stopped it.
    case interrupted

    /// The status a process that ran nothing else exits with.
    public var exitStatus: Int32 {
        switch self {
        case .passed: 0
        case .unsafe, .bugNotCaught: 1
        case .unconverged: 2
        case .undetermined: 3
        case .interrupted: 130
        }
    }

    /// The word the verdict line begins with.
    public var word: String {
        switch self {
        case .passed: "passed"
        case .unsafe, .unconverged, .bugNotCaught, .undetermined: "failed"
        case .interrupted: "interrupted"
        }
    }
}
