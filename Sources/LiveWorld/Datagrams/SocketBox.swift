/// A socket that several may hold, and that is closed when nobody does any more.
final class SocketBox: Sendable {
    let socket: UDPSocket

    init(_ socket: consuming UDPSocket) { self.socket = socket }
}
