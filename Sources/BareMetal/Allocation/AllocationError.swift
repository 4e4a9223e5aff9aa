public import World

/// Why something asked of an ``Allocator`` was not done.
public enum AllocationError: Error, Sendable, Hashable {
    case refused(RecordRefusal)
    case store(StoreError)
    /// The term is over: somebody else acts now.
    case deposed
    /// The process was stopped.
    case interrupted

    /// Whether asking the same again later can help with nothing changed by an operator.
    public var isTransient: Bool {
        switch self {
        case .refused(let refusal): refusal.isTransient
        case .store(let error): error.isTransient
        case .deposed, .interrupted: false
        }
    }
}

extension AllocationError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .refused(let refusal): refusal.description
        case .store(let error): error.description
        case .deposed: "another replica leads now"
        case .interrupted: "the process was stopped"
        }
    }
}
