/// The refusal of a log-in, kept back to slow down whoever guesses.
struct DelayedRefusal: Sendable {
    let due: Duration
    let datagram: OutgoingDatagram
}
