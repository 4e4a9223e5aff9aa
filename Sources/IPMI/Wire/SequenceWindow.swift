/// Which sequence numbers of a session's packets are taken: each once, near the highest seen
/// (IPMI 2.0, section 6.12.13).
struct SequenceWindow: Sendable {
    /// How far a packet may lie before the highest one.
    let ahead: UInt32
    /// How far it may lie behind it.
    let behind: UInt32
    private var highest: UInt32
    /// Bit n for the number n below the highest.
    private var seen: UInt32 = 1

    /// - Parameter start: the number before the first that is due.
    init(after start: UInt32, ahead: UInt32, behind: UInt32) {
        highest = start
        self.ahead = ahead
        self.behind = behind
    }

    /// IPMI 2.0: sixteen behind, fifteen ahead. Numbers begin at 1.
    static let current = SequenceWindow(after: 0, ahead: 15, behind: 16)

    /// IPMI 1.5: eight either way.
    static func legacy(first: UInt32) -> SequenceWindow {
        SequenceWindow(after: first &- 1, ahead: 8, behind: 8)
    }

    /// Takes a number that was not seen before and lies in the window. Zero is never in it.
    mutating func accept(_ number: UInt32) -> Bool {
        guard number != 0 else { return false }
        let distance = number &- highest
        if distance != 0, distance <= ahead {
            seen = distance >= 32 ? 1 : seen << distance | 1
            highest = number
            return true
        }
        let age = highest &- number
        guard age != 0, age <= behind, seen & (1 << age) == 0 else { return false }
        seen |= 1 << age
        return true
    }
}
