extension Operation: CustomStringConvertible {
    /// In words, with values and times: `process 3 read 1 from volume-7 (10.2 s to 10.3 s)`.
    public var description: String { "\(process) \(deed) (\(period))" }

    /// The same without times.
    private var deed: String {
        switch outcome {
        case .ok(let observation): told(observation)
        case .failed(let reason): "failed to \(attempt): \(reason)"
        case .unknown(let reason): "tried to \(attempt) and does not know the outcome: \(reason)"
        }
    }

    private func told(_ observation: Observation) -> String {
        switch (action, observation) {
        case (.read, .value(let value)): "read \(Self.text(value)) from \(object)"
        case (.take, .value(let value)): "took \(Self.text(value)) from \(object)"
        case (.write(let value), _):
            value.map { "wrote \($0) to \(object)" } ?? "deleted \(object)"
        case (.compareAndSet(let from, let to), .mismatch):
            "was told that \(object) is not \(Self.text(from)), so did not set \(Self.text(to))"
        case (.compareAndSet(let from, let to), _):
            "set \(object) from \(Self.text(from)) to \(Self.text(to))"
        case (.add(let value), _): "added \(value) to \(object)"
        case (.readAll, .elements(let elements)):
            "read \(Self.list(elements.map(\.text))) from \(object)"
        case (.readBalances, .balances(let balances)):
            "read \(Self.list(balances.map { "\($0.account): \($0.amount)" })) from \(object)"
        case (.transfer(let from, let to, let amount), _):
            "moved \(amount) from \(from) to \(to) in \(object)"
        default: "did \(action) on \(object)"
        }
    }

    private var attempt: String {
        switch action {
        case .write(let value): value.map { "write \($0) to \(object)" } ?? "delete \(object)"
        case .add(let value): "add \(value) to \(object)"
        default: "\(action) on \(object)"
        }
    }

    private var period: String {
        guard let completed, case .ok = outcome else { return "begun at \(invoked.secondsText)" }
        return "\(invoked.secondsText) to \(completed.secondsText)"
    }

    private static func text(_ value: Value?) -> String { value?.text ?? "nothing" }

    /// Elements as people read them: all of a few, the ends of many.
    static func list(_ texts: [String]) -> String {
        guard texts.count > 12 else { return "[\(texts.joined(separator: " "))]" }
        let ends =
            "\(texts.prefix(4).joined(separator: " ")) … "
            + texts.suffix(4).joined(separator: " ")
        return "[\(ends)] (\(texts.count) elements)"
    }
}
