import Documents

/// A frame by which a switch tells who it is (IEEE 802.1AB).
struct LLDPFrame {
    /// Type and value of each unit, the end's included, as ironic-python-agent keeps them.
    let units: [(type: Int, value: [UInt8])]

    private static let header = 14

    /// Nil for a frame of another protocol. Units that are cut short end the list.
    init?(_ frame: [UInt8]) {
        guard frame.count > Self.header, frame[12] == 0x88, frame[13] == 0xCC else { return nil }
        var (units, rest): ([(Int, [UInt8])], ArraySlice<UInt8>) = ([], frame[Self.header...])
        while rest.count >= 2 {
            let head = Int(rest[rest.startIndex]) << 8 | Int(rest[rest.startIndex + 1])
            let (type, length) = (head >> 9, head & 0x1FF)
            rest = rest.dropFirst(2)
            guard rest.count >= length else { break }
            units.append((type, Array(rest.prefix(length))))
            rest = rest.dropFirst(length)
            // What follows the end fills the frame up.
            if type == 0 { break }
        }
        self.units = units
    }

    /// Pairs of type and hexadecimal value.
    var document: DocumentValue {
        .list(
            units.map { unit in
                let digits = unit.value.map { byte in
                    let text = String(byte, radix: 16)
                    return byte < 16 ? "0\(text)" : text
                }
                return [.integer(unit.type), .string(digits.joined())]
            })
    }
}
