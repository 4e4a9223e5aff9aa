/// Inventory, records and the event log (IPMI 2.0, chapters 31, 33 and 34).
extension FakeBMC {
    mutating func answerStorage(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        switch call.command.number {
        case 0x10...0x12: try answerInventory(call)
        case 0x20...0x2C: try answerRepository(call)
        case 0x40...0x49: try answerEventLog(call)
        case 0x5A: try machineCheckLog(call)
        // Minutes from UTC; 07FFh where nobody has told.
        case 0x5C: try answerEmpty(call, eventLogOffset)
        case 0x5D: try setEventLogOffset(call)
        default: throw .invalidCommand
        }
    }

    /// The log of machine checks, which is empty; there is no other beside the event log.
    private func machineCheckLog(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(1)
        guard data[0] & 0x0F == 0 else { throw .invalidField }
        return [0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0]
    }

    private var eventLogOffset: [UInt8] { filters[0x7F] ?? [0xFF, 0x07] }

    private mutating func setEventLogOffset(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(2)
        let minutes = Int16(bitPattern: UInt16(data[0]) | UInt16(data[1]) << 8)
        guard (-1440...1440).contains(minutes) || minutes == 0x07FF else { throw .outOfRange }
        filters[0x7F] = data
        return []
    }

    // MARK: Inventory

    private mutating func answerInventory(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(1...)
        // There is one, the machine's own.
        guard data[0] == 0 else { throw .notPresent }
        if inventory.isEmpty { inventory = FRUInventory.image(identity) }
        switch call.command.number {
        case 0x10:
            _ = try call.bytes(1)
            return [UInt8](little: UInt16(inventory.count)) + [0]
        case 0x11:
            let data = try call.bytes(4)
            let start = Int(data[1]) | Int(data[2]) << 8
            guard start < inventory.count else { throw .outOfRange }
            let bytes = inventory[start...].prefix(Int(data[3]))
            return [UInt8(bytes.count)] + bytes
        default:
            let data = try call.bytes(4...)
            let start = Int(data[1]) | Int(data[2]) << 8
            let bytes = data.dropFirst(3)
            guard start < inventory.count else { throw .outOfRange }
            guard start + bytes.count <= inventory.count else { throw .tooManyBytesAsked }
            inventory.replaceSubrange(start..<start + bytes.count, with: bytes)
            return [UInt8(bytes.count)]
        }
    }
}
