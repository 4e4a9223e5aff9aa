/// Bounds on how a run is judged.
public enum RunLimits {
    /// How long a cloud must hold what it was asked for.
    public static let settling: Duration = .seconds(600)
    /// Between two looks whether it does.
    public static let lookInterval: Duration = .seconds(60)
    /// A fault whose target is nobody at the moment, such as a leader during an election, is
    /// tried again: 60 × 10 s.
    public static let victimAttempts = 60
    public static let victimInterval: Duration = .seconds(10)
    /// Lines that say what is missing.
    public static let missingLines = 20
    /// Subjects named in one such line.
    public static let subjectsPerLine = 5
    /// Journal lines kept for showing what led to a violation.
    public static let journalTail = 20
}
