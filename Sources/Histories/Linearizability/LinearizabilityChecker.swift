/// Whether every object behaves as one register: each operation takes effect at one moment between
/// its invocation and its completion, and reads tell what was written last.
///
/// Objects are judged one by one, which decides the whole (Herlihy and Wing, 1990). An operation
/// that failed took no effect; one of unknown outcome may take effect at any time after its
/// invocation, or never. A compare-and-set that was told of a mismatch says what the register did
/// not hold.
public struct LinearizabilityChecker: Sendable {
    static let rule = "linearizable"

    /// What a register holds before the first write.
    public let initial: Value?
    public let limits: CheckLimits

    public init(initial: Value? = nil, limits: CheckLimits = CheckLimits()) {
        self.initial = initial
        self.limits = limits
    }

    /// The first object, by name, whose operations contradict each other; if none does, whether
    /// some object's limit was met.
    public func check(_ history: History) -> Verdict {
        var undecided: Verdict?
        for (object, operations) in history.byObject {
            switch check(object, operations) {
            case .holds: continue
            case .violated(let contradiction): return .violated(contradiction)
            case .undecided(let reason): undecided = undecided ?? .undecided(reason)
            }
        }
        return undecided ?? .holds
    }

    /// - Parameter operations: those on that object, in order of invocation.
    func check(_ object: ObjectName, _ operations: [Operation]) -> Verdict {
        let history = RegisterHistory(operations, initial: initial)
        var search = RegisterSearch(
            history.operations, initial: history.initial, limits: limits)
        switch search.run() {
        case .found: return .holds
        case .undecided(let reason):
            return .undecided("\(object), \(operations.count) operations: \(reason)")
        case .impossible(let place, let states):
            var explanation = RegisterExplanation(
                history: history, end: place, states: states, limits: limits)
            explanation.shorten()
            return .violated(explanation.contradiction(object, operations))
        }
    }
}
