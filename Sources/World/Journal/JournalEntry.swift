/// An event with its place in a run.
public struct JournalEntry: Sendable {
    /// Counts from 1, without gaps.
    public let sequence: Int64
    /// The world's own time, not that of the host it happened on.
    public let at: Instant
    /// The process that told of it; hardware speaks for itself as `datacenter`.
    public let source: String
    public let event: any JournalEvent

    public init(sequence: Int64, at: Instant, source: String, event: any JournalEvent) {
        self.sequence = sequence
        self.at = at
        self.source = source
        self.event = event
    }
}

extension JournalEntry: CustomStringConvertible {
    /// One line for people: time, source, kind, subject and details.
    public var description: String {
        let details = event.fields.map { " \($0.name)=\($0.value)" }.joined()
        let time = (at - .epoch).preciseClockText
        return "\(time)  \(source)  \(event.kind)  \(event.subject)\(details)"
    }
}
