/// The controller's end of a serial console over the network (IPMI 2.0, chapter 15): one packet
/// under way at a time, sent again until it is acknowledged.
struct SOLPort: Sendable {
    /// How often a packet is sent again, and after how long (the parameters of section 26.3).
    var retries = 7
    var interval: Duration = .milliseconds(250)

    /// Characters that one packet may carry to the other side.
    var room = SOLPort.longest

    /// Characters that no packet has yet.
    private var waiting: [UInt8] = []
    private var underWay: SOLPacket?
    private var sent = 0
    private(set) var deadline: Duration?
    private var nextSequence: UInt8 = 1
    /// The console's last packet, which it may send twice.
    private var lastTaken: UInt8 = 0

    /// Characters of one packet at most; the console is told so when it activates.
    static let longest = 200

    /// Takes characters from the machine; the oldest are lost where nobody fetches them.
    mutating func enqueue(_ characters: [UInt8]) {
        waiting += characters
        let excess = waiting.count - FakeBMCLimits.consoleBacklog
        if excess > 0 { waiting.removeFirst(excess) }
    }

    /// Takes a packet from the console.
    ///
    /// - Returns: the receipt to be sent, and the characters it has brought for the first time.
    mutating func take(_ packet: SOLPacket) -> (receipt: SOLPacket?, characters: [UInt8]) {
        if packet.acknowledged != 0 { acknowledge(packet) }
        if packet.flags & SOLPacket.flushOutbound != 0 { waiting = [] }
        guard packet.sequence != 0 else { return (nil, []) }
        let isNew = packet.sequence != lastTaken
        lastTaken = packet.sequence
        let receipt = SOLPacket(
            acknowledging: packet.sequence, accepted: packet.characters.count)
        return (receipt, isNew ? Array(packet.characters) : [])
    }

    private mutating func acknowledge(_ packet: SOLPacket) {
        guard let current = underWay, current.sequence == packet.acknowledged else { return }
        // What was not taken, or not at all, comes again in a packet of its own.
        let isRefused = packet.flags & SOLPacket.nack != 0
        let rest = current.characters.dropFirst(isRefused ? 0 : Int(packet.accepted))
        waiting.insert(contentsOf: rest, at: 0)
        underWay = nil
        deadline = nil
    }

    /// The packet that is due now, if one is.
    mutating func due(at now: Duration) -> SOLPacket? {
        if let current = underWay {
            guard let deadline, deadline <= now else { return nil }
            guard sent <= retries else {
                underWay = nil
                self.deadline = nil
                return due(at: now)
            }
            return send(current, now)
        }
        guard !waiting.isEmpty else { return nil }
        let characters = waiting.prefix(room)
        let packet = SOLPacket(sequence: nextSequence, characters: Array(characters)[...])
        waiting.removeFirst(characters.count)
        nextSequence = nextSequence == 15 ? 1 : nextSequence + 1
        sent = 0
        return send(packet, now)
    }

    private mutating func send(_ packet: SOLPacket, _ now: Duration) -> SOLPacket {
        underWay = packet
        sent += 1
        deadline = now + interval
        return packet
    }
}
