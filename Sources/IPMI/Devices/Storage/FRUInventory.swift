import Hardware

/// Makes and reads the inventory of a field-replaceable unit (IPMI Platform Management FRU
/// Information Storage Definition 1.0).
enum FRUInventory {
    /// How much room there is for writing.
    static let size = 512
    private static let rackMountChassis: UInt8 = 0x17
    private static let english: UInt8 = 0x19

    static func image(_ identity: BMCIdentity) -> [UInt8] {
        let chassis = area([0x01, 0, rackMountChassis], [identity.product, identity.serialNumber])
        let board = area(
            [0x01, 0, english] + manufactured,
            [
                identity.manufacturer, identity.product, identity.serialNumber, identity.product,
                "",
            ])
        let product = area(
            [0x01, 0, english],
            [
                identity.manufacturer, identity.product, identity.product, "1",
                identity.serialNumber, "", "",
            ])
        var bytes: [UInt8] = [0x01, 0, 1, UInt8(1 + chassis.count / 8)]
        bytes.append(UInt8(1 + (chassis.count + board.count) / 8))
        bytes += [UInt8(1 + (chassis.count + board.count + product.count) / 8), 0]
        bytes.append(checksum(bytes))
        bytes += chassis + board + product + managementRecord(identity)
        return bytes + [UInt8](repeating: 0, count: max(0, size - bytes.count))
    }

    /// Minutes from 1996 to the beginning of 2024.
    private static let manufactured: [UInt8] = [0xE0, 0xB6, 0xE0]

    /// The one record of the area for records of any kind: the system's name (section 18.3).
    /// Without that area, tools that make room for longer texts count wrong.
    private static func managementRecord(_ identity: BMCIdentity) -> [UInt8] {
        let (managementAccess, systemName, lastRecord): (UInt8, UInt8, UInt8) = (0x03, 0x02, 0x82)
        let data = [systemName] + Array(identity.serialNumber.utf8.prefix(40))
        let header = [managementAccess, lastRecord, UInt8(data.count), checksum(data)]
        return header + [checksum(header)] + data
    }

    private static func area(_ head: [UInt8], _ fields: [String]) -> [UInt8] {
        var bytes = head
        for field in fields {
            let text = Array(field.utf8.prefix(40))
            bytes.append(0xC0 | UInt8(text.count))
            bytes += text
        }
        bytes.append(0xC1)
        while bytes.count % 8 != 7 { bytes.append(0) }
        bytes[1] = UInt8((bytes.count + 1) / 8)
        bytes.append(checksum(bytes))
        return bytes
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt8 { 0 &- bytes.reduce(0, &+) }

    /// Who the machine is, from its product area, else its board; nil where neither can be read.
    static func identity(_ bytes: [UInt8]) -> BMCIdentity? {
        guard bytes.count >= 8, bytes[0] & 0x0F == 1, checksum(Array(bytes[..<8])) == 0 else {
            return nil
        }
        if let fields = fields(bytes, at: Int(bytes[4]) * 8, skipping: 3), fields.count >= 5 {
            return BMCIdentity(
                manufacturer: fields[0], product: fields[1], serialNumber: fields[4])
        }
        if let fields = fields(bytes, at: Int(bytes[3]) * 8, skipping: 6), fields.count >= 3 {
            return BMCIdentity(
                manufacturer: fields[0], product: fields[1], serialNumber: fields[2])
        }
        return nil
    }

    private static func fields(_ bytes: [UInt8], at start: Int, skipping: Int) -> [String]? {
        guard start > 0, start + 8 <= bytes.count else { return nil }
        let end = min(start + Int(bytes[start + 1]) * 8, bytes.count)
        var fields: [String] = []
        var position = start + skipping
        while position < end, bytes[position] != 0xC1 {
            let (type, length) = (bytes[position] >> 6, Int(bytes[position] & 0x3F))
            guard position + 1 + length <= end else { return nil }
            fields.append(text(type, bytes[(position + 1)..<(position + 1 + length)]))
            position += 1 + length
        }
        return fields
    }

    private static func text(_ type: UInt8, _ bytes: ArraySlice<UInt8>) -> String {
        let trimmed = type == 2 ? sixBit(bytes) : Array(bytes)
        let end = (trimmed.lastIndex { $0 != 0x20 && $0 != 0 } ?? -1) + 1
        if type == 0 { return trimmed.map(\.hex).joined() }
        return String(decoding: trimmed[..<end], as: UTF8.self)
    }

    /// Four characters in three bytes, from the space on.
    private static func sixBit(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var characters: [UInt8] = []
        var (bits, count) = (UInt32(0), 0)
        for byte in bytes {
            bits |= UInt32(byte) << UInt32(count)
            count += 8
            while count >= 6 {
                characters.append(UInt8(bits & 0x3F) + 0x20)
                bits >>= 6
                count -= 6
            }
        }
        return characters
    }
}
