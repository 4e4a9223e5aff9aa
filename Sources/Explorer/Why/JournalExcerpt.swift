/// One event of a run's journal.
public struct JournalExcerpt: Sendable, Hashable, Codable {
    public let at: TimePoint
    public let text: String

    public init(at: TimePoint, text: String) {
        self.at = at
        self.text = text
    }
}
