/// A system event log (IPMI 2.0, chapter 31): records of 16 bytes, the oldest first.
struct EventLog: Sendable {
    static let recordLength = 16
    static let systemEvent: UInt8 = 0x02

    /// One after the other.
    private var bytes: [UInt8] = []
    private var lastNumber: UInt16 = 0
    private(set) var reservation: UInt16 = 0
    /// Whether a record was lost because the log was full.
    private(set) var hasOverflowed = false
    /// When it was last added to and erased, on the controller's clock.
    private(set) var lastAddition: UInt32 = 0xFFFF_FFFF
    private(set) var lastErasure: UInt32 = 0xFFFF_FFFF

    var count: Int { bytes.count / Self.recordLength }
    var free: Int { FakeBMCLimits.eventLogEntries - count }
    var isFull: Bool { free <= 0 }

    private func number(at place: Int) -> UInt16 {
        UInt16(bytes[place * Self.recordLength])
            | UInt16(bytes[place * Self.recordLength + 1]) << 8
    }

    private func place(of number: UInt16) -> Int? {
        guard count > 0 else { return nil }
        switch number {
        case 0: return 0
        case 0xFFFF: return count - 1
        default: return (0..<count).first { self.number(at: $0) == number }
        }
    }

    /// A record and the number of the next one, FFFFh behind the last.
    func record(_ number: UInt16) -> (bytes: ArraySlice<UInt8>, next: UInt16)? {
        guard let place = place(of: number) else { return nil }
        let start = place * Self.recordLength
        let next = place + 1 < count ? self.number(at: place + 1) : 0xFFFF
        return (bytes[start..<start + Self.recordLength], next)
    }

    /// Adds a record; its first two bytes are replaced by its number.
    ///
    /// - Returns: its number; nil where the log is full.
    mutating func add(_ record: [UInt8], at seconds: UInt32) -> UInt16? {
        guard !isFull else {
            hasOverflowed = true
            return nil
        }
        lastNumber = lastNumber >= 0xFFFE ? 1 : lastNumber + 1
        lastAddition = seconds
        bytes.append(little: lastNumber)
        bytes += record.dropFirst(2).prefix(Self.recordLength - 2)
        return lastNumber
    }

    mutating func delete(_ number: UInt16) -> UInt16? {
        guard let place = place(of: number) else { return nil }
        let found = self.number(at: place)
        let start = place * Self.recordLength
        bytes.removeSubrange(start..<start + Self.recordLength)
        reservation = 0
        return found
    }

    mutating func clear(at seconds: UInt32) {
        bytes = []
        hasOverflowed = false
        lastErasure = seconds
    }

    /// A new reservation; those given out before are void.
    mutating func reserve() -> UInt16 {
        lastReservation = lastReservation == .max ? 1 : lastReservation + 1
        reservation = lastReservation
        return reservation
    }

    private var lastReservation: UInt16 = 0

    func holds(_ number: UInt16) -> Bool { number != 0 && number == reservation }
}
