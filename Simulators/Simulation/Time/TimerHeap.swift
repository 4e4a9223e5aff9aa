import HeapModule

/// What is to happen later, in order of deadline; equal deadlines go in the order they were set.
///
/// A cancelled timer leaves its entry in the heap until it comes up or until such entries outnumber
/// the others; cancelling is then cheap, and a million timeouts that never came cost nothing.
struct TimerHeap {
    typealias Action = () -> Void

    /// Names one timer. Numbers are never used twice; places are.
    struct Ticket: Sendable, Hashable {
        let number: Int64
        fileprivate let place: Int
    }

    private struct Entry: Comparable {
        let deadline: VirtualTime
        let ticket: Ticket

        @inline(__always)
        static func < (left: Entry, right: Entry) -> Bool {
            if left.deadline != right.deadline { return left.deadline < right.deadline }
            return left.ticket.number < right.ticket.number
        }
    }

    /// So few cancelled entries are not worth a sweep.
    private static let sweepThreshold = 1024

    private var heap = Heap<Entry>()
    /// The number of the timer at each place, and zero at a vacant one.
    private var numbers: [Int64] = []
    private var actions: [Action?] = []
    private var vacant: [Int] = []
    private var lastNumber: Int64 = 0

    /// Timers still armed.
    var count: Int { numbers.count - vacant.count }

    /// Timers still armed, and those cancelled but not yet swept out.
    var entryCount: Int { heap.count }

    mutating func arm(at deadline: VirtualTime, _ action: @escaping Action) -> Ticket {
        lastNumber += 1
        let ticket = Ticket(number: lastNumber, place: occupy(lastNumber, action))
        heap.insert(Entry(deadline: deadline, ticket: ticket))
        return ticket
    }

    /// - Returns: what will not be done now. Letting go of it may run other code, so that is the
    ///   caller's part, once the heap is no longer being changed.
    mutating func disarm(_ ticket: Ticket) -> Action? {
        guard isArmed(ticket) else { return nil }
        let action = vacate(ticket)
        if heap.count > 2 * count + Self.sweepThreshold { sweep() }
        return action
    }

    /// The deadline of the next armed timer.
    mutating func nextDeadline() -> VirtualTime? {
        while let entry = heap.min {
            if isArmed(entry.ticket) { return entry.deadline }
            heap.removeMin()
        }
        return nil
    }

    /// Takes the next timer out if it is due.
    mutating func popDue(at now: VirtualTime) -> (number: Int64, action: Action)? {
        guard let deadline = nextDeadline(), deadline <= now else { return nil }
        let ticket = heap.removeMin().ticket
        guard let action = vacate(ticket) else {
            preconditionFailure("An armed timer has an action.")
        }
        return (ticket.number, action)
    }

    private func isArmed(_ ticket: Ticket) -> Bool { numbers[ticket.place] == ticket.number }

    private mutating func occupy(_ number: Int64, _ action: @escaping Action) -> Int {
        guard let place = vacant.popLast() else {
            numbers.append(number)
            actions.append(action)
            return numbers.count - 1
        }
        numbers[place] = number
        actions[place] = action
        return place
    }

    private mutating func vacate(_ ticket: Ticket) -> Action? {
        let action = actions[ticket.place].take()
        numbers[ticket.place] = 0
        vacant.append(ticket.place)
        return action
    }

    private mutating func sweep() {
        heap = Heap(heap.unordered.filter { numbers[$0.ticket.place] == $0.ticket.number })
    }
}
