/// Something that happened, as a typed value.
///
/// What `kind`, `subject` and `fields` say is what is printed, what is written to files, and what
/// the trace is folded from: an event that must be told apart from another says so there.
public protocol JournalEvent: Sendable {
    /// The sort of event, dotted: `node.provision-state`.
    var kind: String { get }
    /// Who or what it happened to.
    var subject: String { get }
    /// The rest, in an order that never changes.
    var fields: [JournalField] { get }
}
