/// The refusal of a log-in, kept back to slow down whoever guesses.
struct DelayedRefusal: Sendable {
    let due: Duration
    /// The controller's number for the session that there will not be.
    let session: SessionID
    let console: SessionID
    let status: RAKPStatus
    /// A console that asks again meanwhile expects the number of its last message.
    var tag: UInt8
    let peer: DatagramPeer

    var datagram: OutgoingDatagram {
        // A name is refused in RAKP 2, a password in RAKP 4.
        let bytes =
            status == .unauthorizedName
            ? SessionPacket.plain(
                .rakp2, RAKPMessage.Second(tag: tag, status: status, console: console).encoded())
            : SessionPacket.plain(
                .rakp4,
                RAKPMessage.Fourth(tag: tag, status: status, console: console, check: [])
                    .encoded())
        return OutgoingDatagram(bytes, to: peer)
    }
}
