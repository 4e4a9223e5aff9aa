/// The names a scenario may use that its reader cannot know by itself.
public struct ScenarioVocabulary: Sendable, Hashable {
    public let bugs: [BugName]
    public let checkers: [CheckerName]
    /// Kinds of journal events, such as `disk.write-started`.
    public let eventKinds: [String]

    public init(bugs: [BugName], checkers: [CheckerName], eventKinds: [String]) {
        self.bugs = bugs
        self.checkers = checkers
        self.eventKinds = eventKinds
    }
}
