/// The sensor data record repository (IPMI 2.0, chapter 33).
extension FakeBMC {
    mutating func answerRepository(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        switch call.command.number {
        case 0x20: return try answerEmpty(call, repositoryInfo)
        case 0x21: return try answerEmpty(call, repositoryAllocation)
        case 0x22:
            try call.empty()
            return [UInt8](little: repository.reserve())
        case 0x23: return try sensorRecord(call, of: repository)
        case 0x24: return try addRecord(try call.bytes(SensorRecord.headerLength...), call)
        case 0x25: return try addPartially(call)
        case 0x26: return try deleteRecord(call)
        case 0x27: return try clearRecords(call)
        case 0x28: return try answerEmpty(call, [UInt8](little: seconds(at: call.now)))
        case 0x29: return try setTime(call)
        // It is always open to changes.
        case 0x2A, 0x2B:
            try call.empty()
            return []
        case 0x2C:
            _ = try call.bytes(1)
            return [1]
        default: throw .invalidCommand
        }
    }

    private var freeRecords: Int { FakeBMCLimits.sensorRecords - repository.records.count }
    private static var allocationUnit: Int { 64 }

    private var repositoryInfo: [UInt8] {
        var bytes: [UInt8] = [0x51]
        bytes.append(little: UInt16(repository.records.count))
        bytes.append(little: UInt16(freeRecords * Self.allocationUnit))
        bytes.append(little: repository.lastAddition)
        bytes.append(little: repository.lastErasure)
        // Non-modal updates; delete, partial add, reserve and allocation info.
        return bytes + [0x2F]
    }

    private var repositoryAllocation: [UInt8] {
        var bytes = [UInt8](little: UInt16(FakeBMCLimits.sensorRecords))
        bytes.append(little: UInt16(Self.allocationUnit))
        bytes.append(little: UInt16(freeRecords))
        bytes.append(little: UInt16(freeRecords))
        return bytes + [1]
    }

    func sensorRecord(
        _ call: CommandCall, of repository: SensorRepository
    ) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(6)
        let reservation = UInt16(data[0]) | UInt16(data[1]) << 8
        let (offset, count) = (Int(data[4]), Int(data[5]))
        // A part of a record needs a reservation.
        guard offset == 0 || repository.holds(reservation),
            reservation == 0 || repository.holds(reservation)
        else { throw .reservationCancelled }
        guard let found = repository.record(UInt16(data[2]) | UInt16(data[3]) << 8) else {
            throw .notPresent
        }
        guard offset <= found.bytes.count else { throw .outOfRange }
        return [UInt8](little: found.next) + found.bytes.dropFirst(offset).prefix(count)
    }

    private mutating func addRecord(
        _ record: [UInt8], _ call: CommandCall
    ) throws(CompletionCode) -> [UInt8] {
        guard record.count == SensorRecord.headerLength + Int(record[4]) else {
            throw CompletionCode(0x80)
        }
        guard let number = repository.add(record, at: seconds(at: call.now)) else {
            throw .outOfSpace
        }
        return [UInt8](little: number)
    }

    private mutating func addPartially(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(7...)
        guard repository.holds(UInt16(data[0]) | UInt16(data[1]) << 8) else {
            throw .reservationCancelled
        }
        let offset = Int(data[4])
        if offset == 0 { repository.partial = [] }
        guard offset == repository.partial.count else { throw .outOfRange }
        repository.partial += data[6...]
        guard data[5] & 0x0F == 1 else { return [0, 0] }
        let record = repository.partial
        repository.partial = []
        guard record.count >= SensorRecord.headerLength else { throw CompletionCode(0x80) }
        return try addRecord(record, call)
    }

    private mutating func deleteRecord(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(4)
        guard repository.holds(UInt16(data[0]) | UInt16(data[1]) << 8) else {
            throw .reservationCancelled
        }
        let number = UInt16(data[2]) | UInt16(data[3]) << 8
        guard let found = repository.delete(number, at: seconds(at: call.now)) else {
            throw .notPresent
        }
        return [UInt8](little: found)
    }

    private mutating func clearRecords(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(6)
        guard repository.holds(UInt16(data[0]) | UInt16(data[1]) << 8) else {
            throw .reservationCancelled
        }
        guard Array(data[2..<5]) == Array("CLR".utf8) else { throw .invalidField }
        switch data[5] {
        case 0xAA: repository.clear(at: seconds(at: call.now))
        case 0x00: break
        default: throw .invalidField
        }
        return [1]
    }
}
