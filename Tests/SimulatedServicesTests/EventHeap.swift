/// What is to happen, the earliest first; what is due at the same time happens in the order it was
/// put in.
struct EventHeap<Event> {
    private var items: [(at: Duration, ticket: Int, event: Event)] = []
    private var tickets = 0

    var isEmpty: Bool { items.isEmpty }
    var next: Duration? { items.first?.at }

    mutating func push(_ event: Event, at time: Duration) {
        tickets += 1
        items.append((time, tickets, event))
        var child = items.count - 1
        while child > 0, precedes(child, (child - 1) / 2) {
            items.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func pop() -> (at: Duration, event: Event)? {
        guard let first = items.first else { return nil }
        let last = items.removeLast()
        guard !items.isEmpty else { return (first.at, first.event) }
        items[0] = last
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < items.count && precedes(child, least) {
                least = child
            }
            guard least != parent else { return (first.at, first.event) }
            items.swapAt(parent, least)
            parent = least
        }
    }

    private func precedes(_ one: Int, _ other: Int) -> Bool {
        (items[one].at, items[one].ticket) < (items[other].at, items[other].ticket)
    }
}
