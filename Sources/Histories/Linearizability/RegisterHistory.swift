/// One object's operations, with values as numbers.
struct RegisterHistory {
    /// Absence is value 0.
    private(set) var values: [Value?] = [nil]
    private(set) var operations: [RegisterOperation] = []
    private(set) var initial: Int32 = 0
    private var numbers: [Value: Int32] = [:]

    /// - Parameter operations: those of one object. What is no register's is left out.
    init(_ operations: [Operation], initial: Value?) {
        self.initial = number(of: initial)
        for (source, operation) in operations.enumerated() {
            guard let kind = kind(of: operation) else { continue }
            let completion = operation.isAcknowledged ? operation.completion : nil
            if completion == nil, kind.isPure { continue }
            self.operations.append(
                RegisterOperation(
                    kind: kind, invocation: operation.invocation, completion: completion,
                    source: source))
        }
    }

    private mutating func number(of value: Value?) -> Int32 {
        guard let value else { return 0 }
        if let known = numbers[value] { return known }
        let number = Int32(values.count)
        numbers[value] = number
        values.append(value)
        return number
    }

    /// `nil` if it had no effect and told nothing.
    private mutating func kind(of operation: Operation) -> RegisterOperation.Kind? {
        if operation.hasFailed { return nil }
        switch (operation.action, operation.observation) {
        case (.read, .value(let value)): return .read(number(of: value))
        case (.write(let value), _): return .write(number(of: value))
        case (.compareAndSet(let from, _), .mismatch): return .mismatch(number(of: from))
        case (.compareAndSet(let from, let to), _):
            return .swap(number(of: from), number(of: to))
        default: return nil
        }
    }
}
