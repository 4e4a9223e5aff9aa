/// Something that happened to a domain (`virDomainEventType`).
public struct DomainEvent: Sendable, Hashable {
    public enum Kind: Int32, Sendable, Hashable, CaseIterable {
        case defined = 0
        case undefined = 1
        case started = 2
        case suspended = 3
        case resumed = 4
        case stopped = 5
        /// The guest has shut down; that the domain has stopped follows.
        case shutDown = 6
        case suspendedByGuest = 7
        case crashed = 8
        /// The guest has restarted, while the domain ran on.
        case rebooted = -1
    }

    public let domain: DomainName
    public let kind: Kind

    public init(_ kind: Kind, of domain: DomainName) {
        self.domain = domain
        self.kind = kind
    }
}
