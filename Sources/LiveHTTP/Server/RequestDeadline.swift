import HummingbirdCore
import NIOCore
import NIOHTTPTypes

/// Closes a connection that takes too long to bring a whole request, or to take an answer, however
/// busily its bytes trickle.
final class RequestDeadline: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// Requests that have come whole and are not answered. Several may come at once.
    private var unanswered = 0
    private var alarm: Scheduled<Void>?
    private let request: TimeAmount
    private let answer: TimeAmount

    init(request: Duration, answer: Duration) {
        self.request = TimeAmount(request)
        self.answer = TimeAmount(answer)
    }

    func handlerAdded(context: ChannelHandlerContext) { restart(context) }

    func handlerRemoved(context: ChannelHandlerContext) { alarm?.cancel() }

    func channelInactive(context: ChannelHandlerContext) {
        alarm?.cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .end = unwrapInboundIn(data) {
            unanswered += 1
            restart(context)
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) {
            // A request may be refused before all of it has come.
            unanswered = max(0, unanswered - 1)
            restart(context)
        }
        context.write(data, promise: promise)
    }

    private func restart(_ context: ChannelHandlerContext) {
        alarm?.cancel()
        alarm = context.eventLoop.assumeIsolated().scheduleTask(
            in: unanswered > 0 ? answer : request
        ) {
            context.close(promise: nil)
        }
    }
}

@available(*, unavailable)
extension RequestDeadline: Sendable {}
