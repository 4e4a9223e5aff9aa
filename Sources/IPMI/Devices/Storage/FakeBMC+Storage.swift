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

    // MARK: Event log

    private mutating func answerEventLog(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        switch call.command.number {
        case 0x40: return try answerEmpty(call, eventLogInfo)
        case 0x41: return try answerEmpty(call, eventLogAllocation)
        case 0x42:
            try call.empty()
            return [UInt8](little: eventLog.reserve())
        case 0x43: return try event(call)
        case 0x44: return try addEvent(call)
        case 0x46: return try deleteEvent(call)
        case 0x47: return try clearEvents(call)
        case 0x48: return try answerEmpty(call, [UInt8](little: seconds(at: call.now)))
        case 0x49: return try setTime(call)
        default: throw .invalidCommand
        }
    }

    private var eventLogInfo: [UInt8] {
        var bytes: [UInt8] = [0x51]
        bytes.append(little: UInt16(eventLog.count))
        bytes.append(little: UInt16(max(eventLog.free, 0) * EventLog.recordLength))
        bytes.append(little: eventLog.lastAddition)
        bytes.append(little: eventLog.lastErasure)
        // Delete, reserve and allocation info.
        return bytes + [0x0B | (eventLog.hasOverflowed ? 0x80 : 0)]
    }

    private var eventLogAllocation: [UInt8] {
        let free = UInt16(max(eventLog.free, 0))
        var bytes = [UInt8](little: UInt16(FakeBMCLimits.eventLogEntries))
        bytes.append(little: UInt16(EventLog.recordLength))
        bytes.append(little: free)
        bytes.append(little: free)
        return bytes + [1]
    }

    private func event(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(6)
        let reservation = UInt16(data[0]) | UInt16(data[1]) << 8
        let (offset, count) = (Int(data[4]), Int(data[5]))
        // A part of a record needs a reservation.
        guard offset == 0 || eventLog.holds(reservation),
            reservation == 0 || eventLog.holds(reservation)
        else { throw .reservationCancelled }
        guard let found = eventLog.record(UInt16(data[2]) | UInt16(data[3]) << 8) else {
            throw .notPresent
        }
        guard offset < EventLog.recordLength else { throw .outOfRange }
        let part = found.bytes.dropFirst(offset).prefix(count)
        return [UInt8](little: found.next) + part
    }

    private mutating func addEvent(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        var record = try call.bytes(EventLog.recordLength)
        let now = seconds(at: call.now)
        // Types without a time of their own are kept as they come.
        if record[2] < 0xE0 { record.replaceSubrange(3..<7, with: [UInt8](little: now)) }
        guard let number = eventLog.add(record, at: now) else { throw .outOfSpace }
        return [UInt8](little: number)
    }

    private mutating func deleteEvent(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(4)
        let reservation = UInt16(data[0]) | UInt16(data[1]) << 8
        guard eventLog.holds(reservation) else { throw .reservationCancelled }
        guard let number = eventLog.delete(UInt16(data[2]) | UInt16(data[3]) << 8) else {
            throw .notPresent
        }
        return [UInt8](little: number)
    }

    private mutating func clearEvents(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(6)
        guard eventLog.holds(UInt16(data[0]) | UInt16(data[1]) << 8) else {
            throw .reservationCancelled
        }
        guard Array(data[2..<5]) == Array("CLR".utf8) else { throw .invalidField }
        switch data[5] {
        case 0xAA: eventLog.clear(at: seconds(at: call.now))
        case 0x00: break
        default: throw .invalidField
        }
        // Erased at once.
        return [1]
    }

    mutating func setTime(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(4)
        let seconds = (0..<4).reduce(UInt32(0)) { $0 | UInt32(data[$1]) << UInt32($1 * 8) }
        epoch = .seconds(Int64(seconds)) - call.now
        return []
    }
}
