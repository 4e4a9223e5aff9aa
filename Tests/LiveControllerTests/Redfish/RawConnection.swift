import NIOCore
import NIOPosix

/// A TCP connection on which a test may write whatever it likes.
struct RawConnection {
    private let channel: NIOAsyncChannel<ByteBuffer, ByteBuffer>

    init(port: Int) async throws {
        channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel(
                        wrappingChannelSynchronously: channel,
                        configuration: .init(isOutboundHalfClosureEnabled: true))
                }
            }
    }

    /// What the other side does once everything was said.
    enum Ending {
        /// The writing half is closed, as whoever has no more to ask does.
        case halfClose
        /// Nothing more is said.
        case silence
    }

    /// Writes the parts with pauses between them, and reads until the server closes.
    func exchange(
        _ parts: [String], pause: Duration = .zero, then ending: Ending = .silence
    ) async throws -> String {
        try await channel.executeThenClose { inbound, outbound in
            async let answer = Self.read(inbound)
            // A server may close before everything is said.
            try? await Self.write(parts, pause, to: outbound)
            if ending == .halfClose { outbound.finish() }
            return await answer
        }
    }

    private static func write(
        _ parts: [String], _ pause: Duration, to outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    ) async throws {
        for part in parts {
            try await outbound.write(ByteBuffer(string: part))
            if pause > .zero { try await Task.sleep(for: pause) }
        }
    }

    private static func read(_ inbound: NIOAsyncChannelInboundStream<ByteBuffer>) async -> String {
        var text = ""
        // A connection that breaks has said what it said.
        do { for try await part in inbound { text += String(buffer: part) } } catch {}
        return text
    }
}
