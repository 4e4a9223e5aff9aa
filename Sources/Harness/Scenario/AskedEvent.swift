public import World

/// An event that a scenario wants to come to pass: its kind, and what it is to say of itself.
public struct AskedEvent: Sendable, Hashable {
    /// What an event happened to, among its details.
    static let subject = "subject"

    /// A kind such as `stack.settled`.
    public let kind: String
    /// Details by their names, as the journal has them, and ``subject``; others may be anything.
    public let details: [JournalField]

    public init(_ kind: String, _ details: [JournalField] = []) {
        (self.kind, self.details) = (kind, details)
    }

    func isMet(by event: any JournalEvent) -> Bool {
        guard event.kind == kind else { return false }
        let told = [JournalField(Self.subject, event.subject)] + event.fields
        return details.allSatisfy(told.contains)
    }
}

extension AskedEvent: CustomStringConvertible {
    public var description: String {
        ([kind] + details.map { "\($0.name)=\($0.value)" }).joined(separator: " ")
    }
}
