/// One datagram on the management port, by its RMCP class (ASF 2.0, section 3.2.2.2).
enum RMCPDatagram {
    case asf(ASFMessage, sequence: UInt8)
    /// An IPMI packet, from its authentication type on.
    case ipmi(ArraySlice<UInt8>)
    /// The receipt for a datagram that asked for one.
    case acknowledgement(sequence: UInt8)

    /// The version of RMCP that ASF 1.0 and 2.0 use.
    static let version: UInt8 = 0x06
    /// The sequence number that asks for no receipt; IPMI uses no other.
    static let unacknowledged: UInt8 = 0xFF
    static let headerLength = 4
    static let asfClass: UInt8 = 0x06
    static let ipmiClass: UInt8 = 0x07
    static let acknowledgementFlag: UInt8 = 0x80
    static let ipmiHeader: [UInt8] = [version, 0, unacknowledged, ipmiClass]

    init(parsing bytes: [UInt8]) throws(WireError) {
        var reader = ByteReader(bytes)
        let version = try reader.byte()
        guard version == Self.version else { throw .unknownVersion(version) }
        try reader.skip(1)
        let sequence = try reader.byte()
        let kind = try reader.byte()
        switch kind {
        case Self.asfClass: self = .asf(try ASFMessage(parsing: reader.rest()), sequence: sequence)
        case Self.ipmiClass: self = .ipmi(reader.rest())
        case Self.asfClass | Self.acknowledgementFlag, Self.ipmiClass | Self.acknowledgementFlag:
            self = .acknowledgement(sequence: sequence)
        default: throw .unknownClass(kind)
        }
    }

    /// The receipt for a datagram of the ASF class.
    static func acknowledgement(of sequence: UInt8) -> [UInt8] {
        [version, 0, sequence, asfClass | acknowledgementFlag]
    }
}
