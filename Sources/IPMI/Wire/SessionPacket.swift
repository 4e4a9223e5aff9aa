/// A packet of IPMI 2.0, taken apart but neither verified nor decrypted (table 13-8, "RMCP+
/// format").
struct SessionPacket {
    var payloadType: PayloadType
    var isEncrypted: Bool
    var isAuthenticated: Bool
    var session: SessionID
    var sequence: UInt32
    /// As on the wire: encrypted where ``isEncrypted``.
    var payload: ArraySlice<UInt8>
    /// From the authentication type to the next header: what the code covers. Empty where the
    /// packet has no code.
    var covered: ArraySlice<UInt8> = []
    var code: ArraySlice<UInt8> = []

    static let encryptedFlag: UInt8 = 0x80
    static let authenticatedFlag: UInt8 = 0x40
    static let nextHeader: UInt8 = 0x07
    static let integrityPad: UInt8 = 0xFF
    /// Authentication type to payload length.
    static let headerLength = 12
    /// What a controller takes at most: an SOL packet of 255 characters, encrypted.
    static let longestPayload = 320

    /// - Parameters:
    ///   - bytes: a packet from its authentication type on.
    ///   - codeLength: how long the code of an authenticated packet in this session is; nil where
    ///     the session is not known.
    init(
        parsing bytes: ArraySlice<UInt8>, codeLength: (SessionID) -> Int?
    ) throws(WireError) {
        var reader = ByteReader(bytes)
        let type = try reader.byte()
        guard type == AuthenticationType.rmcpPlus.rawValue else {
            throw .unknownAuthenticationType(type)
        }
        let kind = try reader.byte()
        payloadType = PayloadType(code: kind & 0x3F)
        isEncrypted = kind & Self.encryptedFlag != 0
        isAuthenticated = kind & Self.authenticatedFlag != 0
        // The maker's own payloads name the maker first.
        if payloadType == .oem { try reader.skip(6) }
        session = SessionID(try reader.uint32())
        sequence = try reader.uint32()
        let length = Int(try reader.uint16())
        guard length <= Self.longestPayload else { throw .oversized }
        payload = try reader.take(length)
        guard isAuthenticated else {
            guard reader.remaining == 0 else { throw .oversized }
            return
        }
        guard let codeLength = codeLength(session), codeLength > 0 else { throw .badCode }
        try parseTrailer(reader.rest(), of: bytes, codeLength)
    }

    private mutating func parseTrailer(
        _ trailer: ArraySlice<UInt8>, of bytes: ArraySlice<UInt8>, _ codeLength: Int
    ) throws(WireError) {
        guard trailer.count >= codeLength + 2 else { throw .truncated }
        let codeStart = trailer.endIndex - codeLength
        code = trailer[codeStart...]
        covered = bytes[..<codeStart]
        let padCount = Int(trailer[codeStart - 2])
        guard trailer.count == padCount + 2 + codeLength else { throw .badPadding }
        guard trailer[codeStart - 1] == Self.nextHeader else { throw .badPadding }
        guard trailer.prefix(padCount).allSatisfy({ $0 == Self.integrityPad }) else {
            throw .badPadding
        }
    }

    /// A packet outside any session, or of the handshake.
    static func plain(
        _ type: PayloadType, session: SessionID = .none, _ payload: [UInt8]
    ) -> [UInt8] {
        header(type.code, session, 0, payload.count) + payload
    }

    static func header(
        _ kind: UInt8, _ session: SessionID, _ sequence: UInt32, _ length: Int
    ) -> [UInt8] {
        var bytes = RMCPDatagram.ipmiHeader
        bytes.reserveCapacity(RMCPDatagram.headerLength + headerLength + length + 36)
        bytes.append(AuthenticationType.rmcpPlus.rawValue)
        bytes.append(kind)
        bytes.append(little: session.value)
        bytes.append(little: sequence)
        bytes.append(little: UInt16(length))
        return bytes
    }
}
