import NIOCore
import NIOSSL

/// Looks at the first byte of a connection: a handshake of TLS begins with 16h (RFC 8446, section
/// 5.1), and no request of HTTP does.
final class FirstByte: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private static let handshake: UInt8 = 0x16

    private let tls: NIOSSLContext

    init(_ tls: NIOSSLContext) { self.tls = tls }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let bytes = unwrapInboundIn(data)
        let pipeline = context.pipeline.syncOperations
        do {
            if bytes.readableBytesView.first == Self.handshake {
                try pipeline.addHandler(NIOSSLServerHandler(context: tls), position: .after(self))
            }
            context.fireChannelRead(data)
            pipeline.removeHandler(self, promise: nil)
        } catch {
            context.fireErrorCaught(error)
            context.close(promise: nil)
        }
    }
}

@available(*, unavailable)
extension FirstByte: Sendable {}
