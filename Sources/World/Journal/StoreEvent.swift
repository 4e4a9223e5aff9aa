/// What happened to a store, told by the store itself.
public enum StoreEvent: JournalEvent {
    /// The store came back after all its hosts were down, with what had been made durable.
    case recovered(StoreName, Revision)
    /// A host keeps a full copy from now on.
    case memberJoined(StoreName, HostAddress)
    /// A host's copy is gone or out of date.
    case memberLost(StoreName, HostAddress)

    public var kind: String {
        switch self {
        case .recovered: "store.recovered"
        case .memberJoined: "store.member-joined"
        case .memberLost: "store.member-lost"
        }
    }

    public var subject: String {
        switch self {
        case .recovered(let store, _), .memberJoined(let store, _), .memberLost(let store, _):
            store.text
        }
    }

    public var fields: [JournalField] {
        switch self {
        case .recovered(_, let revision): [JournalField("revision", revision.description)]
        case .memberJoined(_, let host), .memberLost(_, let host): [JournalField("host", host.text)]
        }
    }
}
