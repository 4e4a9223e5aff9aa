import Hardware
public import World

/// The conductors there are, as the leader has decided it. One document; whoever locks a node rests
/// on it, so that no two rings are ever in force.
public struct ConductorRing: StoredDocument, Hashable {
    public static let kind: DocumentKind = "conductor-ring"
    public static let version = 1
    public static let onlyID = "conductor-ring"

    /// Counts its changes.
    public let epoch: Int
    /// In order of host, each host once.
    public let members: [ConductorMember]
    /// The newest term that was ever given to a conductor.
    public let lastTerm: Term

    public static let empty = ConductorRing(epoch: 0, members: [], lastTerm: Term(number: 0))

    public init(epoch: Int, members: [ConductorMember], lastTerm: Term) {
        self.epoch = epoch
        self.members = members.sorted { $0.host < $1.host }
        self.lastTerm = lastTerm
    }

    public var id: String { Self.onlyID }

    /// Whether a conductor of that term may still act. What others of its term have locked is no
    /// orphan.
    public func isLiving(_ term: Term) -> Bool { members.contains { $0.term == term } }

    public func member(on host: HostAddress) -> ConductorMember? {
        members.first { $0.host == host }
    }

    /// With a conductor more, in a term of its own; an earlier life of its host is over.
    public func admitting(_ registration: ConductorRegistration) -> ConductorRing {
        let term = lastTerm.next
        let member = ConductorMember(
            host: registration.host, scope: registration.scope, drivers: registration.drivers,
            life: registration.life, term: term)
        return ConductorRing(
            epoch: epoch + 1, members: members.filter { $0.host != member.host } + [member],
            lastTerm: term)
    }

    public func evicting(_ host: HostAddress) -> ConductorRing {
        ConductorRing(
            epoch: epoch + 1, members: members.filter { $0.host != host }, lastTerm: lastTerm)
    }

    /// With nobody: the state is being handed over, and nobody acts. Terms go on from here.
    public var emptied: ConductorRing {
        ConductorRing(epoch: epoch + 1, members: [], lastTerm: lastTerm)
    }
}
