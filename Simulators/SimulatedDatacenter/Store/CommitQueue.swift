import Simulation
import World

/// Durable transactions on their way to the disks.
///
/// They are flushed in groups: those that arrive during a flush are the next group. A transaction
/// takes effect when its flush ends, so nobody sees what a loss of power could still take back.
struct CommitQueue: Sendable {
    /// Names one transaction. Tickets are never used twice.
    typealias Ticket = Int

    /// What becomes of a transaction whose caller is gone.
    enum Fate: Sendable {
        case stays, isDropped
    }

    struct Entry: Sendable {
        let ticket: Ticket
        let transaction: Transaction
        var wakeup: Wakeup?

        fileprivate func abandoned(_ fate: Fate) -> Entry? {
            switch fate {
            case .stays: Entry(ticket: ticket, transaction: transaction, wakeup: nil)
            case .isDropped: nil
            }
        }
    }

    private var waiting: [Entry] = []
    private var flushing: [Entry] = []
    /// Results that their callers have not yet taken.
    private var results: [Ticket: Result<Revision, StoreError>] = [:]
    private(set) var isFlushing = false
    private var lastTicket: Ticket = 0

    var isEmpty: Bool { waiting.isEmpty }

    mutating func add(_ transaction: Transaction) -> Ticket {
        lastTicket += 1
        waiting.append(Entry(ticket: lastTicket, transaction: transaction))
        return lastTicket
    }

    /// Notes whom to wake once the transaction's fate is known.
    mutating func park(_ ticket: Ticket, _ wakeup: Wakeup) {
        guard let index = waiting.firstIndex(where: { $0.ticket == ticket }) else { return }
        waiting[index].wakeup = wakeup
    }

    /// All that waits becomes the group under way.
    mutating func beginFlush() {
        isFlushing = true
        flushing = waiting
        waiting = []
    }

    mutating func endFlush() -> [Entry] {
        isFlushing = false
        defer { flushing = [] }
        return flushing
    }

    /// Everything under way, which nobody will flush.
    mutating func takeAll() -> [Entry] { endFlush() + takeWaiting() }

    mutating func settle(_ entry: Entry, _ result: Result<Revision, StoreError>) -> Wakeup? {
        // Nobody asks for the result of a transaction whose process was killed before it waited.
        guard let wakeup = entry.wakeup else { return nil }
        results[entry.ticket] = result
        return wakeup
    }

    mutating func takeResult(_ ticket: Ticket) -> Result<Revision, StoreError>? {
        results.removeValue(forKey: ticket)
    }

    /// The caller is gone, whether or not its result has come.
    mutating func abandon(_ ticket: Ticket, _ fate: Fate) {
        results[ticket] = nil
        waiting = waiting.compactMap { $0.ticket == ticket ? $0.abandoned(fate) : $0 }
        flushing = flushing.compactMap { $0.ticket == ticket ? $0.abandoned(fate) : $0 }
    }

    private mutating func takeWaiting() -> [Entry] {
        defer { waiting = [] }
        return waiting
    }
}
