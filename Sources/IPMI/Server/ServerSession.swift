/// One session as a controller keeps it, from its first datagram on.
struct ServerSession: Sendable {
    /// How a session's packets are made.
    enum Form: Sendable {
        /// IPMI 1.5, with the code of this type in each packet.
        case legacy(AuthenticationType)
        case current(CipherSuite)
    }

    enum Stage: Sendable {
        /// IPMI 1.5: a challenge was given out.
        case challenged([UInt8])
        /// IPMI 2.0: opened; RAKP 1 is due.
        case opened
        /// IPMI 2.0: RAKP 2 was sent; RAKP 3 is due.
        case shaken(RAKPExchange)
        case active
    }

    let id: SessionID
    /// The handle that Get Session Info knows it by.
    let handle: UInt8
    let form: Form
    var stage: Stage
    var peer: DatagramPeer
    /// IPMI 2.0: what the console calls it.
    var console = SessionID.none
    /// Index into the table of users.
    var user = 0
    var limit = PrivilegeLevel.user
    var privilege = PrivilegeLevel.user
    /// IPMI 1.5: signs the packets.
    var secret = Secret.empty
    /// IPMI 2.0: set once RAKP 3 was right.
    var cipher: SessionCipher?
    var inbound = SequenceWindow.current
    /// The next packet of ours.
    var outbound: UInt32 = 1
    var lastUse: Duration
    /// The handshake's own last answer, for a request that comes twice.
    var lastAnswer: (request: [UInt8], answer: [UInt8])?
    var serial: SOLPort?

    var isActive: Bool {
        if case .active = stage { true } else { false }
    }

    var isCurrent: Bool {
        if case .current = form { true } else { false }
    }

    mutating func nextOutbound() -> UInt32 {
        defer { outbound = outbound == .max ? 1 : outbound + 1 }
        return outbound
    }
}
