/// One operation of a client, from its invocation to its completion.
public struct Operation: Sendable, Hashable {
    /// Its place among the history's operations, in order of invocation.
    public let index: Int
    public let process: ProcessNumber
    public let object: ObjectName
    public let action: Action
    /// When it was invoked, since the history's beginning.
    public let invoked: Duration
    /// The place of its invocation among all invocations and completions.
    public let invocation: Int
    /// When its client heard of it; `nil` while it is under way.
    public internal(set) var completed: Duration?
    /// The place of its completion among all invocations and completions.
    public internal(set) var completion: Int?
    /// ``Outcome/unknown(_:)`` while it is under way.
    public internal(set) var outcome: Outcome
}

extension Operation {
    /// What it told its client, if it took effect.
    public var observation: Observation? {
        if case .ok(let observation) = outcome { observation } else { nil }
    }

    /// Whether its client knows that it took effect.
    public var isAcknowledged: Bool { observation != nil }

    /// Whether its client knows that it took no effect.
    public var hasFailed: Bool {
        if case .failed = outcome { true } else { false }
    }

    /// How long its client waited, if it heard.
    public var latency: Duration? { completed.map { $0 - invoked } }

    /// Whether it was over before `other` was begun. Neither of two concurrent ones precedes.
    public func precedes(_ other: Operation) -> Bool {
        completion.map { $0 < other.invocation } ?? false
    }
}
