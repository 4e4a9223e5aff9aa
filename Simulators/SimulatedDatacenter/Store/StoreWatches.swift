import Simulation
import World

/// Who waits for which documents to change.
///
/// Watches on one document are found by its id, since a large run has one for every node.
struct StoreWatches: Sendable {
    /// Names one watch. Tickets are never used twice.
    typealias Ticket = Int

    struct Watch: Sendable {
        let kind: DocumentKind
        let range: DocumentRange
        let wakeup: Wakeup
        /// Whether the watcher's host still reaches the store.
        let reach: @Sendable () -> Bool

        /// The one id that can be in the range, where there is no room for two.
        var onlyID: String? { range.upper == range.lower + "\0" ? range.lower : nil }
    }

    private var watches: [Ticket: Watch] = [:]
    private var single: [DocumentKey: [Ticket]] = [:]
    private var wide: [DocumentKind: [Ticket]] = [:]
    private var lastTicket: Ticket = 0

    mutating func add(_ watch: Watch) -> Ticket {
        lastTicket += 1
        watches[lastTicket] = watch
        if let id = watch.onlyID {
            single[DocumentKey(kind: watch.kind, id: id), default: []].append(lastTicket)
        } else {
            wide[watch.kind, default: []].append(lastTicket)
        }
        return lastTicket
    }

    mutating func remove(_ ticket: Ticket) {
        guard let watch = watches.removeValue(forKey: ticket) else { return }
        guard let id = watch.onlyID else {
            wide[watch.kind]?.removeAll { $0 == ticket }
            return
        }
        let key = DocumentKey(kind: watch.kind, id: id)
        single[key]?.removeAll { $0 == ticket }
        if single[key]?.isEmpty == true { single[key] = nil }
    }

    /// Ends the watches that one of these documents belongs to, oldest watch first.
    mutating func takeWatches(on keys: [DocumentKey]) -> [Wakeup] {
        var tickets: Set<Ticket> = []
        for key in keys {
            tickets.formUnion(single[key] ?? [])
            tickets.formUnion(
                (wide[key.kind] ?? []).filter { watches[$0]?.range.contains(key.id) == true }
            )
        }
        return take(tickets.sorted())
    }

    /// Whether the host of each watch reaches the store, to be asked; in order of tickets.
    var reaches: [(ticket: Ticket, reach: @Sendable () -> Bool)] {
        watches.keys.sorted().compactMap { ticket in
            watches[ticket].map { (ticket, $0.reach) }
        }
    }

    mutating func takeAll() -> [Wakeup] { take(watches.keys.sorted()) }

    mutating func take(_ tickets: [Ticket]) -> [Wakeup] {
        tickets.compactMap { ticket in
            let wakeup = watches[ticket]?.wakeup
            remove(ticket)
            return wakeup
        }
    }
}
