/// The reservation of the event log (IPMI 2.0, section 31.4): whoever reserves it last holds it.
struct EventReservation: Sendable {
    /// Zero while nobody holds it.
    private var held: UInt16 = 0
    private var last: UInt16 = 0

    /// A new reservation; those given out before are void.
    mutating func reserve() -> UInt16 {
        last = last == .max ? 1 : last + 1
        held = last
        return held
    }

    mutating func cancel() { held = 0 }

    func holds(_ number: UInt16) -> Bool { number != 0 && number == held }
}
