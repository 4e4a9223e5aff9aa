/// A machine's system event log. All protocols that its controller speaks show this one, and each
/// of them can clear it.
public struct SystemEventLog: Sendable, Hashable {
    /// What becomes of an event that finds the log full.
    public enum Overflow: Sendable, Hashable {
        /// It is lost, and the log remembers that one was (IPMI 2.0, section 31.2).
        case refusesNew
        case dropsOldest
    }

    public struct Entry: Sendable, Hashable {
        /// Unlike that of every other entry in the log.
        public let number: UInt16
        public let event: SystemEvent
        /// On the controller's clock, since 1970.
        public let time: Duration
    }

    /// Events that common controllers hold.
    public static let capacity = 512
    /// Numbers begin anew behind this one; those above mean something else in IPMI.
    private static let lastNumber: UInt16 = 0xFFFE

    public let overflow: Overflow
    /// The oldest first.
    public private(set) var entries: [Entry] = []
    /// Whether an event was lost because the log was full.
    public private(set) var hasOverflowed = false
    /// When it was last added to and cleared, on the controller's clock; nil for never.
    public private(set) var lastAddition: Duration?
    public private(set) var lastErasure: Duration?
    /// How far the controller's clock, which gives events their time, is ahead of the true one.
    public var clockError: Duration = .zero
    private var last: UInt16 = 0

    public init(_ overflow: Overflow = .refusesNew) { self.overflow = overflow }

    public var free: Int { Self.capacity - entries.count }
    public var isFull: Bool { free <= 0 }

    /// Adds an event.
    ///
    /// - Parameter time: on the controller's clock, since 1970.
    /// - Returns: its number; nil where it was lost.
    @discardableResult
    public mutating func add(_ event: SystemEvent, at time: Duration) -> UInt16? {
        if isFull {
            hasOverflowed = true
            guard overflow == .dropsOldest else { return nil }
            entries.removeFirst()
        }
        last = last >= Self.lastNumber ? 1 : last + 1
        lastAddition = time
        entries.append(Entry(number: last, event: event, time: max(time, .zero)))
        return last
    }

    /// Where the entry of this number is; nil where there is none.
    public func place(of number: UInt16) -> Int? {
        entries.firstIndex { $0.number == number }
    }

    public mutating func remove(at place: Int) { entries.remove(at: place) }

    public mutating func clear(at time: Duration) {
        entries = []
        hasOverflowed = false
        lastErasure = time
    }
}
