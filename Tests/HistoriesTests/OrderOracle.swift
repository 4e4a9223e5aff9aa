import Histories

/// Whether an order exists, found by trying all (Wing and Gong, 1993): slow, and too simple to be
/// wrong in the same way as the checker.
struct OrderOracle {
    let operations: [Operation]
    let initial: Value?

    func hasOrder() -> Bool {
        let live = operations.filter { !$0.hasFailed && ($0.isAcknowledged || !$0.action.isRead) }
        return place(live, after: initial)
    }

    private func place(_ rest: [Operation], after state: Value?) -> Bool {
        if !rest.contains(where: \.isAcknowledged) { return true }
        for (index, operation) in rest.enumerated() {
            let mayComeFirst = !rest.contains { $0.isAcknowledged && $0.precedes(operation) }
            guard mayComeFirst, let next = step(operation, state) else { continue }
            var others = rest
            others.remove(at: index)
            if place(others, after: next) { return true }
        }
        return false
    }

    /// - Returns: the register after it; `nil` if it cannot have told what it did there.
    private func step(_ operation: Operation, _ state: Value?) -> Value?? {
        switch (operation.action, operation.observation) {
        case (.read, .value(let value)): value == state ? .some(state) : nil
        case (.write(let value), _): .some(value)
        case (.compareAndSet(let from, _), .mismatch): from == state ? nil : .some(state)
        case (.compareAndSet(let from, let to), _): from == state ? .some(to) : nil
        default: nil
        }
    }
}
