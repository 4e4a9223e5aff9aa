import HeapModule

/// What is to happen later, in order of deadline; equal deadlines go in the order they were set.
struct TimerHeap {
    /// Names one timer. Tickets are never used twice.
    struct Ticket: Sendable, Hashable {
        let number: Int64
    }

    struct Entry: Comparable {
        let deadline: VirtualTime
        let ticket: Ticket

        static func < (left: Entry, right: Entry) -> Bool {
            if left.deadline != right.deadline { return left.deadline < right.deadline }
            return left.ticket.number < right.ticket.number
        }
    }

    private var heap = Heap<Entry>()
    /// The actions of timers still armed. A cancelled one leaves its entry in the heap until it
    /// comes up: cancelling is then cheap, and the heap needs no search.
    private var actions: [Ticket: () -> Void] = [:]
    private var lastTicket: Int64 = 0

    /// Timers still armed.
    var count: Int { actions.count }

    mutating func arm(at deadline: VirtualTime, _ action: @escaping () -> Void) -> Ticket {
        lastTicket += 1
        let ticket = Ticket(number: lastTicket)
        actions[ticket] = action
        heap.insert(Entry(deadline: deadline, ticket: ticket))
        return ticket
    }

    mutating func disarm(_ ticket: Ticket) { actions[ticket] = nil }

    /// The deadline of the next armed timer.
    mutating func nextDeadline() -> VirtualTime? {
        while let entry = heap.min {
            if actions[entry.ticket] != nil { return entry.deadline }
            heap.removeMin()
        }
        return nil
    }

    /// Takes the next timer out if it is due.
    mutating func popDue(at now: VirtualTime) -> (ticket: Ticket, action: () -> Void)? {
        guard let deadline = nextDeadline(), deadline <= now else { return nil }
        let ticket = heap.removeMin().ticket
        guard let action = actions.removeValue(forKey: ticket) else {
            preconditionFailure("The next timer is armed.")
        }
        return (ticket, action)
    }
}
