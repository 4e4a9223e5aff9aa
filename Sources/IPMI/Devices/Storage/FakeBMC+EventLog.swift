import Hardware

/// The system event log (IPMI 2.0, chapter 31), which is the host's own: other protocols show the
/// same one.
extension FakeBMC {
    mutating func answerEventLog(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        switch call.command.number {
        case 0x40: return try answerEmpty(call, eventLogInfo)
        case 0x41: return try answerEmpty(call, eventLogAllocation)
        case 0x42:
            try call.empty()
            return [UInt8](little: eventReservation.reserve())
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
        let log = host.eventLog
        var bytes: [UInt8] = [0x51]
        bytes.append(little: UInt16(log.entries.count))
        bytes.append(little: UInt16(max(log.free, 0) * EventRecord.length))
        bytes.append(little: Self.stamp(log.lastAddition))
        bytes.append(little: Self.stamp(log.lastErasure))
        // Delete, reserve and allocation info.
        return bytes + [0x0B | (log.hasOverflowed ? 0x80 : 0)]
    }

    /// All ones for what has not happened.
    private static func stamp(_ time: Duration?) -> UInt32 {
        time.map(EventRecord.seconds) ?? .max
    }

    private var eventLogAllocation: [UInt8] {
        let free = UInt16(max(host.eventLog.free, 0))
        var bytes = [UInt8](little: UInt16(SystemEventLog.capacity))
        bytes.append(little: UInt16(EventRecord.length))
        bytes.append(little: free)
        bytes.append(little: free)
        return bytes + [1]
    }

    /// Where an entry is; zero stands for the first and FFFFh for the last.
    private func place(ofEvent number: UInt16) throws(CompletionCode) -> Int {
        let log = host.eventLog
        let place =
            switch number {
            case 0: log.entries.indices.first
            case 0xFFFF: log.entries.indices.last
            default: log.place(of: number)
            }
        guard let place else { throw .notPresent }
        return place
    }

    private func event(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(6)
        let reservation = UInt16(data[0]) | UInt16(data[1]) << 8
        let (offset, count) = (Int(data[4]), Int(data[5]))
        // A part of a record needs a reservation.
        guard offset == 0 || eventReservation.holds(reservation),
            reservation == 0 || eventReservation.holds(reservation)
        else { throw .reservationCancelled }
        let place = try place(ofEvent: UInt16(data[2]) | UInt16(data[3]) << 8)
        guard offset < EventRecord.length else { throw .outOfRange }
        let entries = host.eventLog.entries
        let next = place + 1 < entries.count ? entries[place + 1].number : 0xFFFF
        let part = EventRecord.bytes(of: entries[place]).dropFirst(offset).prefix(count)
        return [UInt8](little: next) + part
    }

    private mutating func addEvent(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let record = try call.bytes(EventRecord.length)
        guard let number = add(record, at: call.now) else { throw .outOfSpace }
        return [UInt8](little: number)
    }

    private mutating func deleteEvent(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(4)
        let reservation = UInt16(data[0]) | UInt16(data[1]) << 8
        guard eventReservation.holds(reservation) else { throw .reservationCancelled }
        let place = try place(ofEvent: UInt16(data[2]) | UInt16(data[3]) << 8)
        let number = host.eventLog.entries[place].number
        host.eventLog.remove(at: place)
        eventReservation.cancel()
        return [UInt8](little: number)
    }

    private mutating func clearEvents(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(6)
        guard eventReservation.holds(UInt16(data[0]) | UInt16(data[1]) << 8) else {
            throw .reservationCancelled
        }
        guard Array(data[2..<5]) == Array("CLR".utf8) else { throw .invalidField }
        switch data[5] {
        case 0xAA: host.eventLog.clear(at: date(at: call.now))
        case 0x00: break
        default: throw .invalidField
        }
        // Erased at once.
        return [1]
    }

    mutating func setTime(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(4)
        let seconds = (0..<4).reduce(UInt32(0)) { $0 | UInt32(data[$1]) << UInt32($1 * 8) }
        setClock(to: .seconds(Int64(seconds)), at: call.now)
        return []
    }

    /// Writes a record of 16 bytes into the log, which gives it its number and its time.
    ///
    /// - Returns: its number; nil where the log is full.
    mutating func add(_ record: [UInt8], at now: Duration) -> UInt16? {
        let names = profile.sensors.enumerated().map { (UInt8($0.offset + 1), $0.element.name) }
        let read = ReceivedEvent.entry(
            record, sensors: Dictionary(names, uniquingKeysWith: { first, _ in first }))
        return host.eventLog.add(
            SystemEvent(.record(record), read.severity, read.message), at: date(at: now))
    }
}
