/// The watchdog timer (IPMI 2.0, chapter 27).
struct Watchdog: Sendable {
    /// What it guards: two bits of flags and a number.
    var use: UInt8 = 0x04
    /// What it does in the end, and before.
    var actions: UInt8 = 0
    var warning: UInt8 = 0
    var expired: UInt8 = 0
    /// In tenths of a second.
    var initial: UInt16 = 0
    /// When it ends; nil while it does not run.
    private(set) var deadline: Duration?
    /// Whether it was set since the controller started.
    private(set) var isSet = false

    static let logless: UInt8 = 0x80
    private static let keepRunning: UInt8 = 0x40
    private static let tenth: Duration = .milliseconds(100)

    var isRunning: Bool { deadline != nil }
    /// What it guards, alone.
    var purpose: UInt8 { use & 0x07 }
    /// What it does when it ends.
    var action: UInt8 { actions & 0x07 }

    mutating func set(_ data: [UInt8], at now: Duration) {
        let keeps = data[0] & Self.keepRunning != 0 && isRunning
        use = data[0] & 0x87
        actions = data[1]
        warning = data[2]
        expired &= ~data[3]
        initial = UInt16(data[4]) | UInt16(data[5]) << 8
        deadline = keeps ? now + Self.tenth * Int(initial) : nil
        isSet = true
    }

    mutating func start(at now: Duration) { deadline = now + Self.tenth * Int(initial) }

    mutating func end() {
        deadline = nil
        expired |= 1 << purpose
    }

    func encoded(at now: Duration) -> [UInt8] {
        let left = deadline.map { max($0 - now, .zero) / Self.tenth } ?? Double(initial)
        var bytes = [use | (isRunning ? Self.keepRunning : 0), actions, warning, expired]
        bytes.append(little: initial)
        bytes.append(little: UInt16(min(left.rounded(.up), 65535)))
        return bytes
    }
}
