/// The least an event can be.
struct BareEvent: Comparable {
    let deadline: Int64
    let number: Int

    init(at deadline: Int64, _ number: Int) {
        self.deadline = deadline
        self.number = number
    }

    static func < (left: BareEvent, right: BareEvent) -> Bool {
        if left.deadline != right.deadline { return left.deadline < right.deadline }
        return left.number < right.number
    }
}
