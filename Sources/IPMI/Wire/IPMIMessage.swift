/// One request or response as it stands in a packet, between its two checksums (IPMI 2.0, section
/// 13.8).
struct IPMIMessage: Hashable {
    /// The slave address of the controller itself.
    static let controllerAddress: UInt8 = 0x20
    /// The software address that remote consoles take.
    static let consoleAddress: UInt8 = 0x81
    /// Two addresses, function, sequence, command and two checksums.
    static let shortest = 7
    /// What fits into the shortest packets that all controllers take, with room to spare.
    static let longest = 272

    var responder: UInt8
    var responderUnit: UInt8
    var requester: UInt8
    var requesterUnit: UInt8
    /// Six bits: which request a response belongs to.
    var sequence: UInt8
    var command: Command
    var isResponse: Bool
    /// What follows the command: for a response the completion code first.
    var data: ArraySlice<UInt8>

    init(request command: Command, sequence: UInt8, data: [UInt8]) {
        responder = Self.controllerAddress
        responderUnit = 0
        requester = Self.consoleAddress
        requesterUnit = 0
        self.sequence = sequence & 0x3F
        self.command = command
        isResponse = false
        self.data = data[...]
    }

    init(parsing bytes: ArraySlice<UInt8>) throws(WireError) {
        guard bytes.count >= Self.shortest else { throw .truncated }
        guard bytes.count <= Self.longest else { throw .oversized }
        let start = bytes.startIndex
        let head = bytes[start..<start + 3]
        let body = bytes[(start + 3)...]
        guard Self.sum(head) == 0, Self.sum(body) == 0 else { throw .badChecksum }
        let function = head[start + 1] >> 2
        isResponse = function & 1 == 1
        let (first, second) = (head[start], body[start + 3])
        let (firstUnit, secondUnit) = (head[start + 1] & 0x03, body[start + 4] & 0x03)
        responder = isResponse ? second : first
        requester = isResponse ? first : second
        responderUnit = isResponse ? secondUnit : firstUnit
        requesterUnit = isResponse ? firstUnit : secondUnit
        sequence = body[start + 4] >> 2
        command = Command(NetworkFunction(code: function & 0x3E), body[start + 5])
        data = bytes[(start + 6)..<(bytes.endIndex - 1)]
        guard !isResponse || !data.isEmpty else { throw .truncated }
    }

    /// The answer to this request.
    func response(_ code: CompletionCode, _ answer: [UInt8]) -> IPMIMessage {
        var message = self
        message.isResponse = true
        message.data = [code.value] + answer
        return message
    }

    func encoded() -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(data.count + Self.shortest)
        let function = command.function.code | (isResponse ? 1 : 0)
        let (first, second) = isResponse ? (requester, responder) : (responder, requester)
        let units = isResponse ? (requesterUnit, responderUnit) : (responderUnit, requesterUnit)
        bytes.append(first)
        bytes.append(function << 2 | units.0)
        bytes.append(0 &- Self.sum(bytes[...]))
        bytes.append(second)
        bytes.append(sequence << 2 | units.1)
        bytes.append(command.number)
        bytes += data
        bytes.append(0 &- Self.sum(bytes[3...]))
        return bytes
    }

    /// Both checksums make the sum of their part zero.
    private static func sum(_ bytes: ArraySlice<UInt8>) -> UInt8 {
        var sum: UInt8 = 0
        for byte in bytes { sum &+= byte }
        return sum
    }
}
