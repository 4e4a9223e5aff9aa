/// What happened to a store, told by the store itself.
public enum StoreEvent: JournalEvent {
    /// The store came back after all its hosts were down, with what had been made durable.
    case recovered(StoreName, Revision)
    /// A host keeps a full copy from now on.
    case memberJoined(StoreName, HostAddress)
    /// A host's copy is gone or out of date.
    case memberLost(StoreName, HostAddress)
    /// A host's copy does not match its checksums. It is no member until it has copied anew.
    case copyDamaged(StoreName, HostAddress)

    public var kind: String {
        switch self {
        case .recovered: "store.recovered"
        case .memberJoined: "store.member-joined"
        case .memberLost: "store.member-lost"
        case .copyDamaged: "store.copy-damaged"
        }
    }

    public var subject: String {
        switch self {
        case .recovered(let store, _), .memberJoined(let store, _), .memberLost(let store, _),
            .copyDamaged(let store, _):
            store.text
        }
    }

    public var fields: [JournalField] {
        switch self {
        case .recovered(_, let revision): [JournalField("revision", revision.description)]
        case .memberJoined(_, let host), .memberLost(_, let host), .copyDamaged(_, let host):
            [JournalField("host", host.text)]
        }
    }
}
