/// An operation on a register, as the search for an order sees it. Values are numbers.
struct RegisterOperation {
    enum Kind: Hashable {
        /// The register holds the value.
        case read(Int32)
        /// The register does not hold the value.
        case mismatch(Int32)
        case write(Int32)
        /// The register holds the first value, and then the second.
        case swap(Int32, Int32)
    }

    let kind: Kind
    /// Places of its two ends among all. It must take effect between them if it has a completion,
    /// and else may do so at any time after its invocation, or never.
    let invocation: Int
    let completion: Int?
    /// Its place among the operations of the object.
    let source: Int

    /// As one that may never have happened; `nil` for what changes nothing.
    var relaxed: RegisterOperation? {
        switch kind {
        case .read, .mismatch: nil
        case .write, .swap:
            RegisterOperation(
                kind: kind, invocation: invocation, completion: nil, source: source)
        }
    }
}

extension RegisterOperation.Kind {
    /// Whether it never changes the register.
    var isPure: Bool {
        switch self {
        case .read, .mismatch: true
        case .write: false
        case .swap(let from, let to): from == to
        }
    }

    /// Whether it can take effect where the register holds `state`.
    func isLegal(at state: Int32) -> Bool {
        switch self {
        case .read(let value): value == state
        case .mismatch(let value): value != state
        case .write: true
        case .swap(let from, _): from == state
        }
    }

    /// What the register holds afterwards.
    func result(at state: Int32) -> Int32 {
        switch self {
        case .read, .mismatch: state
        case .write(let value): value
        case .swap(_, let to): to
        }
    }
}
