/// What ASF's part of the protocol is used for beside IPMI: finding controllers (ASF 2.0, section
/// 3.2.4).
enum ASFMessage: Hashable {
    case presencePing(tag: UInt8)
    case presencePong(tag: UInt8, supportsIPMI: Bool)

    private static let enterprise: [UInt8] = [0x00, 0x00, 0x11, 0xBE]
    private static let ping: UInt8 = 0x80
    private static let pong: UInt8 = 0x40
    private static let pongLength: UInt8 = 16
    /// IPMI, and ASF version 1.0.
    private static let supportedEntities: UInt8 = 0x81

    init(parsing bytes: ArraySlice<UInt8>) throws(WireError) {
        var reader = ByteReader(bytes)
        guard try reader.take(4).elementsEqual(Self.enterprise) else { throw .reservedValue }
        let type = try reader.byte()
        let tag = try reader.byte()
        try reader.skip(1)
        let length = Int(try reader.byte())
        var data = ByteReader(try reader.take(length))
        switch type {
        case Self.ping: self = .presencePing(tag: tag)
        case Self.pong:
            try data.skip(8)
            self = .presencePong(tag: tag, supportsIPMI: try data.byte() & 0x80 != 0)
        default: throw .reservedValue
        }
    }

    func datagram() -> [UInt8] {
        var bytes = [RMCPDatagram.version, 0, RMCPDatagram.unacknowledged, RMCPDatagram.asfClass]
        bytes += Self.enterprise
        switch self {
        case .presencePing(let tag): bytes += [Self.ping, tag, 0, 0]
        case .presencePong(let tag, let supportsIPMI):
            bytes += [Self.pong, tag, 0, Self.pongLength] + Self.enterprise + [0, 0, 0, 0]
            bytes += [supportsIPMI ? Self.supportedEntities : 0x01, 0, 0, 0, 0, 0, 0, 0]
        }
        return bytes
    }
}
