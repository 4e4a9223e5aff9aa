import World

/// When something of a stack is to be looked at again.
struct StackDue: Comparable {
    let at: Instant
    /// Tells those of one moment apart, in the order they were planned.
    let number: Int
    let stack: String
    /// Nil for the stack's own time.
    let record: String?

    static func < (one: StackDue, two: StackDue) -> Bool {
        (one.at, one.number) < (two.at, two.number)
    }

    static func == (one: StackDue, two: StackDue) -> Bool { one.number == two.number }
}
