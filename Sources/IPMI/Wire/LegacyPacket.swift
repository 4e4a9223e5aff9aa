import Crypto

/// A packet of IPMI 1.5 (IPMI 2.0, table 13-8, "IPMI v1.5 format").
struct LegacyPacket: Hashable {
    var authentication: AuthenticationType
    var sequence: UInt32
    var session: SessionID
    /// 16 bytes, or none where the type has none.
    var code: ArraySlice<UInt8> = []
    var payload: ArraySlice<UInt8>

    static let codeLength = 16

    init(
        _ authentication: AuthenticationType = .none, sequence: UInt32 = 0,
        session: SessionID = .none, payload: [UInt8]
    ) {
        self.authentication = authentication
        self.sequence = sequence
        self.session = session
        self.payload = payload[...]
    }

    /// - Parameter bytes: a packet from its authentication type on.
    init(parsing bytes: ArraySlice<UInt8>) throws(WireError) {
        var reader = ByteReader(bytes)
        let type = try reader.byte()
        guard let authentication = AuthenticationType(rawValue: type), authentication != .rmcpPlus
        else { throw .unknownAuthenticationType(type) }
        self.authentication = authentication
        sequence = try reader.uint32()
        session = SessionID(try reader.uint32())
        if authentication != .none { code = try reader.take(Self.codeLength) }
        let length = Int(try reader.byte())
        payload = try reader.take(length)
        // One byte more is allowed: some network chips of old needed it for some lengths.
        guard reader.remaining <= 1 else { throw .oversized }
    }

    /// The datagram, signed with `secret` as its type asks.
    func datagram(signedBy secret: Secret?) -> [UInt8] {
        var bytes = RMCPDatagram.ipmiHeader
        bytes.append(authentication.rawValue)
        bytes.append(little: sequence)
        bytes.append(little: session.value)
        if authentication != .none { bytes += expectedCode(secret ?? .empty) }
        bytes.append(UInt8(payload.count))
        bytes += payload
        return bytes
    }

    func isSigned(by secret: Secret) -> Bool {
        guard authentication != .none else { return code.isEmpty }
        return ConstantTime.equal(code, expectedCode(secret))
    }

    /// Section 22.17.1: the password goes in padded to 16 bytes.
    private func expectedCode(_ secret: Secret) -> [UInt8] {
        guard authentication == .md5 else { return secret.padded(to: Self.codeLength) }
        let password = secret.padded(to: Self.codeLength)
        var hash = Insecure.MD5()
        hash.update(data: password)
        hash.update(data: [UInt8](little: session.value))
        hash.update(data: payload)
        hash.update(data: [UInt8](little: sequence))
        hash.update(data: password)
        return [UInt8](hash.finalize())
    }
}
