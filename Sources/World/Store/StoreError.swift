/// Why a store did not do as asked.
public enum StoreError: Error, Hashable {
    /// Something the transaction rests on has changed. Read again, decide again.
    case conflict(DocumentKey)
    /// The store cannot be reached now. A commit may have happened all the same.
    case unavailable(String)
    /// The document was written by a newer Updraft.
    case newerVersion(DocumentKey, found: Int, supported: Int)
    /// What is stored cannot be read.
    case corrupt(String)
    /// The caller was cancelled or its handle on the world was revoked.
    case revoked

    /// Whether reading again and trying again can help with nothing changed by an operator.
    public var isTransient: Bool {
        switch self {
        case .conflict, .unavailable: true
        case .newerVersion, .corrupt, .revoked: false
        }
    }
}

extension StoreError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .conflict(let key): "\(key) was changed by somebody else"
        case .unavailable(let reason): "the store cannot be reached: \(reason)"
        case .newerVersion(let key, let found, let supported):
            "\(key) has version \(found); this Updraft reads up to version \(supported)"
        case .corrupt(let reason): "the store is damaged: \(reason)"
        case .revoked: "the caller was stopped"
        }
    }
}
