/// How a step of the IPMI 2.0 handshake ended (table 13-15).
public struct RAKPStatus: Error, Sendable, Hashable {
    /// The byte on the wire.
    public let value: UInt8

    init(_ value: UInt8) { self.value = value }

    static let ok = RAKPStatus(0x00)
    static let noResources = RAKPStatus(0x01)
    static let invalidSession = RAKPStatus(0x02)
    static let invalidPayload = RAKPStatus(0x03)
    static let invalidAuthentication = RAKPStatus(0x04)
    static let invalidIntegrity = RAKPStatus(0x05)
    static let inactiveSession = RAKPStatus(0x08)
    static let invalidRole = RAKPStatus(0x09)
    static let unauthorizedRole = RAKPStatus(0x0A)
    static let noResourcesAtRole = RAKPStatus(0x0B)
    static let invalidNameLength = RAKPStatus(0x0C)
    static let unauthorizedName = RAKPStatus(0x0D)
    static let invalidCheck = RAKPStatus(0x0F)
    static let invalidConfidentiality = RAKPStatus(0x10)
    static let noCipherSuite = RAKPStatus(0x11)
    static let illegalParameter = RAKPStatus(0x12)

    /// Whether the same handshake can succeed later with nothing changed by an operator.
    public var isTransient: Bool {
        switch self {
        case .noResources, .noResourcesAtRole, .invalidSession, .inactiveSession: true
        default: false
        }
    }
}

extension RAKPStatus: CustomStringConvertible {
    public var description: String {
        let isKnown = Int(value) < Self.meanings.count
        return "\(isKnown ? Self.meanings[Int(value)] : "unknown status") (\(value.hex)h)"
    }

    private static let meanings = [
        "done", "no room for another session", "invalid session number", "invalid payload type",
        "authentication algorithm not supported", "integrity algorithm not supported",
        "no matching authentication payload", "no matching integrity payload",
        "session number not active", "invalid role", "user may not have this privilege",
        "no room for another session of this privilege", "user name too long", "no such user",
        "unknown system identifier", "wrong integrity check value",
        "confidentiality algorithm not supported", "no cipher suite with these algorithms",
        "illegal or unrecognized parameter",
    ]
}
