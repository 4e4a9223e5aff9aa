/// A datagram to be sent.
public struct OutgoingDatagram: Sendable, Hashable {
    public let bytes: [UInt8]
    public let peer: DatagramPeer

    public init(_ bytes: [UInt8], to peer: DatagramPeer) {
        self.bytes = bytes
        self.peer = peer
    }
}
