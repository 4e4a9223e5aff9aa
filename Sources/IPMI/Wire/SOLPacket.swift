/// One packet of a serial console's session (IPMI 2.0, table 15-2). Both ends send the same form.
struct SOLPacket: Sendable, Hashable {
    /// Four bits, never 0 for a packet that carries characters.
    var sequence: UInt8
    /// The packet this one acknowledges; 0 for none.
    var acknowledged: UInt8 = 0
    /// How many characters of that packet were taken.
    var accepted: UInt8 = 0
    /// What the sender says or asks beside the characters.
    var flags: UInt8 = 0
    var characters: ArraySlice<UInt8> = []

    static let headerLength = 4
    /// From the controller and the console alike: the packet was not taken.
    static let nack: UInt8 = 0x40
    /// From the controller: characters cannot go to the machine now.
    static let transferUnavailable: UInt8 = 0x20
    /// From the controller: the session ends.
    static let deactivating: UInt8 = 0x10
    /// From the console: send a serial break.
    static let generateBreak: UInt8 = 0x10
    /// From the console: throw away what is not sent yet.
    static let flushOutbound: UInt8 = 0x01

    init(sequence: UInt8, characters: ArraySlice<UInt8> = []) {
        self.sequence = sequence
        self.characters = characters
    }

    init(acknowledging sequence: UInt8, accepted: Int, flags: UInt8 = 0) {
        self.sequence = 0
        acknowledged = sequence
        self.accepted = UInt8(clamping: accepted)
        self.flags = flags
    }

    init(parsing bytes: ArraySlice<UInt8>) throws(WireError) {
        var reader = ByteReader(bytes)
        sequence = try reader.byte() & 0x0F
        acknowledged = try reader.byte() & 0x0F
        accepted = try reader.byte()
        flags = try reader.byte()
        characters = reader.rest()
    }

    func encoded() -> [UInt8] { [sequence, acknowledged, accepted, flags] + characters }
}
