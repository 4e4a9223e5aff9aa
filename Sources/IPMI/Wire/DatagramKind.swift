/// What a datagram is for, as far as anybody on the way can see.
public enum DatagramKind: Sendable, Hashable {
    /// The first half of a handshake: who asks, and for what.
    case opening
    /// The second half, in which both sides prove that they know the password: RAKP 3 and 4.
    case proof
    /// Signed, within a session.
    case inSession
    case other

    public init(_ bytes: [UInt8]) {
        guard case .ipmi(let packet)? = try? RMCPDatagram(parsing: bytes),
            packet.first == AuthenticationType.rmcpPlus.rawValue, packet.count > 1
        else {
            self = .other
            return
        }
        let payload = packet[packet.startIndex + 1]
        switch PayloadType(code: payload & 0x3F) {
        case .openSessionRequest, .openSessionResponse, .rakp1, .rakp2: self = .opening
        case .rakp3, .rakp4: self = .proof
        default: self = payload & 0xC0 != 0 ? .inSession : .other
        }
    }
}
