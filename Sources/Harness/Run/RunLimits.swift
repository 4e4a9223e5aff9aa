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
    /// Entries of a run's story; what comes after them is only counted.
    public static let storyEntries = 500
    /// Lines that tell a story to people: they fit on a screen.
    public static let storyLines = 48
    /// Journal lines kept for showing what led to a violation.
    public static let journalTail = 20
}
