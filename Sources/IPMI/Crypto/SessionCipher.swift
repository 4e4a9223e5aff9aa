/// Wraps and unwraps the packets of one IPMI 2.0 session: code, encryption and both pads.
struct SessionCipher: Sendable {
    let suite: CipherSuite
    let keys: SessionKeys

    /// A datagram that carries `payload`.
    func seal(
        _ type: PayloadType, _ payload: [UInt8], session: SessionID, sequence: UInt32,
        using generator: inout some RandomNumberGenerator
    ) -> [UInt8] {
        let isEncrypted = suite.confidentiality != .none
        let isAuthenticated = suite.integrity != .none
        let kind =
            type.code | (isEncrypted ? SessionPacket.encryptedFlag : 0)
            | (isAuthenticated ? SessionPacket.authenticatedFlag : 0)
        let vector = isEncrypted ? generator.bytes(ConfidentialityAlgorithm.blockLength) : []
        let sealed = suite.confidentiality.encrypt(payload, keys, vector: vector)
        var bytes = SessionPacket.header(kind, session, sequence, sealed.count) + sealed
        guard isAuthenticated else { return bytes }
        // The code covers a multiple of four bytes, counted from the authentication type.
        let length = bytes.count - RMCPDatagram.headerLength + 2
        let padCount = (4 - length % 4) % 4
        for _ in 0..<padCount { bytes.append(SessionPacket.integrityPad) }
        bytes.append(UInt8(padCount))
        bytes.append(SessionPacket.nextHeader)
        bytes += suite.integrity.code(of: bytes[RMCPDatagram.headerLength...], keys)
        return bytes
    }

    /// The payload in the clear.
    ///
    /// - Throws: an error for a packet that is not signed or encrypted as the session agreed.
    func open(_ packet: SessionPacket) throws(WireError) -> ArraySlice<UInt8> {
        guard packet.isAuthenticated == (suite.integrity != .none) else { throw .badCode }
        guard packet.isEncrypted == (suite.confidentiality != .none) else { throw .badCode }
        if packet.isAuthenticated {
            let expected = suite.integrity.code(of: packet.covered, keys)
            guard ConstantTime.equal(packet.code, expected) else { throw .badCode }
        }
        return try suite.confidentiality.decrypt(packet.payload, keys)
    }
}
