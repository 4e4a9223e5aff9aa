/// The fewest operations that no order explains: each of them is needed, since with what it told
/// left out (an effect that may have been or not, a read that was not) an order exists.
struct RegisterExplanation {
    private let history: RegisterHistory
    private let limits: CheckLimits
    /// Places of operations that must take effect between their ends, by completion.
    private var required: [Int]
    /// The value the register could hold when the last of them ended.
    private var states: [Int32]
    private var tries = 0

    /// - Parameters:
    ///   - end: the place of the operation that cannot end as it did.
    ///   - states: what the register could hold just before.
    init(history: RegisterHistory, end: Int, states: [Int32], limits: CheckLimits) {
        self.history = history
        self.limits = limits
        self.states = states
        let last = history.operations[end].completion ?? .max
        required = history.operations.indices
            .filter { (history.operations[$0].completion ?? .max) <= last }
            .sorted {
                (history.operations[$0].completion ?? 0) < (history.operations[$1].completion ?? 0)
            }
    }

    /// First takes as few of the latest operations as do, then leaves out what is not needed.
    mutating func shorten() {
        var window = 4
        while window < required.count, !accept(Array(required.suffix(window))) { window *= 4 }
        var chunk = max(1, required.count / 2)
        while true {
            var start = 0
            while start < required.count, tries < limits.explanations {
                var shorter = required
                shorter.removeSubrange(start..<min(start + chunk, required.count))
                if !accept(shorter) { start += chunk }
            }
            guard chunk > 1 else { return }
            chunk = (chunk + 1) / 2
        }
    }

    /// Keeps `places` if they still contradict each other.
    private mutating func accept(_ places: [Int]) -> Bool {
        guard !places.isEmpty, places.count < required.count else { return false }
        tries += 1
        var search = RegisterSearch(
            relaxed(to: places), initial: history.initial, limits: limits)
        guard case .impossible(_, let states) = search.run() else { return false }
        required = places
        self.states = states
        return true
    }

    /// The operations of those places, and of others what may have happened and could matter.
    private func relaxed(to places: [Int]) -> [RegisterOperation] {
        let kept = Set(places)
        let last = places.compactMap { history.operations[$0].completion }.max() ?? 0
        let needed = neededValues(places, before: last)
        return history.operations.indices.compactMap { place in
            let operation = history.operations[place]
            if kept.contains(place) { return operation }
            guard operation.invocation < last, let relaxed = operation.relaxed else { return nil }
            guard case .write(let value) = relaxed.kind, let needed else { return relaxed }
            return needed.contains(value) ? relaxed : nil
        }
    }

    /// Values that some operation asks for; `nil` if any will do.
    private func neededValues(_ places: [Int], before last: Int) -> Set<Int32>? {
        var needed: Set<Int32> = []
        for place in places {
            switch history.operations[place].kind {
            case .read(let value), .swap(let value, _): needed.insert(value)
            case .mismatch: return nil
            case .write: break
            }
        }
        for operation in history.operations where operation.invocation < last {
            if case .swap(let from, _) = operation.kind { needed.insert(from) }
        }
        return needed
    }

    /// - Parameter operations: the object's, whose places the register's operations name.
    func contradiction(_ object: ObjectName, _ operations: [Operation]) -> Contradiction {
        let last = required.last.map { operations[history.operations[$0].source] }
        let chosen = required.map { operations[history.operations[$0].source] }
            .sorted { $0.invocation < $1.invocation }
        let held = states.map { history.values[Int($0)]?.text ?? "nothing" }
        var text = "\(object) does not behave as one register: no order of these operations"
        text += " explains what they told. "
        text += chosen.map { "\($0)" }.joined(separator: "; ") + ". "
        if let last, !held.isEmpty {
            let rest = held.count > 8 ? " or more" : ""
            text += "When \(last.process)'s operation was to take effect, at the latest at "
            text += "\((last.completed ?? last.invoked).secondsText), \(object) could only hold "
            text += "\(held.prefix(8).joined(separator: " or "))\(rest)."
        }
        return Contradiction(
            rule: LinearizabilityChecker.rule, object: object, operations: chosen, paragraph: text)
    }
}
