import Hardware
public import World

/// That a host wants to be a conductor, or is one (a row of Ironic's `conductors`).
///
/// All that a conductor commits rests on this document as it was admitted: whoever closes it, or
/// begins a new life of the same host, ends what the old one may write.
public struct ConductorRegistration: StoredDocument, Hashable {
    public static let kind: DocumentKind = "conductor"
    public static let version = 1

    public enum Standing: Sendable, Hashable, Codable {
        /// It was asked for, and the leader has not looked yet.
        case applied
        case admitted(Term)
        /// It fell silent, or is no longer meant to be one.
        case closed
    }

    public let host: HostAddress
    public let scope: ConductorScope
    public let drivers: DriverSupport
    /// Counts the registrations of the host. Its own newer one shows that the older is over.
    public let life: Int
    public var standing: Standing = .applied

    public init(
        host: HostAddress, scope: ConductorScope, drivers: DriverSupport = .all, life: Int
    ) {
        self.host = host
        self.scope = scope
        self.drivers = drivers
        self.life = life
    }

    public var id: String { host.text }

    public var term: Term? { if case .admitted(let term) = standing { term } else { nil } }
}
