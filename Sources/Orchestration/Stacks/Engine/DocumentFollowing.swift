import World

/// Documents of one kind that resources wait for.
struct DocumentFollowing: Sendable {
    /// A record that waits, and the stack that it is in.
    struct Waiter: Sendable {
        let stack: String
        let record: String
    }

    let type: any StoredDocument.Type
    /// The newest change that was looked at.
    var seen = Revision.zero
    /// By the id of the document. Looked up only.
    var waiters: [String: [Waiter]] = [:]
}
