/// A sensor data record repository (IPMI 2.0, chapter 33). Its records are shared with other
/// controllers until one is changed.
struct SensorRepository: Sendable {
    private(set) var records: [[UInt8]]
    private(set) var reservation: UInt16 = 0
    private var lastReservation: UInt16 = 0
    private(set) var lastAddition: UInt32 = 0
    private(set) var lastErasure: UInt32 = 0
    /// A record that is being added piece by piece.
    var partial: [UInt8] = []

    init(_ records: [[UInt8]]) { self.records = records }

    private static func number(_ record: [UInt8]) -> UInt16 {
        UInt16(record[0]) | UInt16(record[1]) << 8
    }

    private func place(of number: UInt16) -> Int? {
        guard !records.isEmpty else { return nil }
        switch number {
        case 0: return 0
        case 0xFFFF: return records.count - 1
        default:
            // Numbers follow places until a record is deleted.
            let guess = Int(number) - 1
            if records.indices.contains(guess), Self.number(records[guess]) == number {
                return guess
            }
            return records.firstIndex { Self.number($0) == number }
        }
    }

    func record(_ number: UInt16) -> (bytes: [UInt8], next: UInt16)? {
        guard let place = place(of: number) else { return nil }
        let next = place + 1 < records.count ? Self.number(records[place + 1]) : 0xFFFF
        return (records[place], next)
    }

    /// The numbers of the records that fit.
    func numbers(where fits: ([UInt8]) -> Bool) -> [UInt16] {
        records.filter(fits).map { Self.number($0) }
    }

    /// - Returns: the record's number; nil where there is no room.
    mutating func add(_ record: [UInt8], at seconds: UInt32) -> UInt16? {
        guard records.count < FakeBMCLimits.sensorRecords else { return nil }
        let number = (records.last.map { Int(Self.number($0)) } ?? 0) + 1
        guard number < 0xFFFF else { return nil }
        var record = record
        SensorRecord.number(&record, number)
        records.append(record)
        lastAddition = seconds
        return UInt16(number)
    }

    mutating func delete(_ number: UInt16, at seconds: UInt32) -> UInt16? {
        guard let place = place(of: number) else { return nil }
        let found = Self.number(records[place])
        records.remove(at: place)
        lastErasure = seconds
        reservation = 0
        return found
    }

    mutating func clear(at seconds: UInt32) {
        records = []
        lastErasure = seconds
        reservation = 0
    }

    mutating func reserve() -> UInt16 {
        lastReservation = lastReservation == .max ? 1 : lastReservation + 1
        reservation = lastReservation
        return reservation
    }

    func holds(_ number: UInt16) -> Bool { number != 0 && number == reservation }
}
