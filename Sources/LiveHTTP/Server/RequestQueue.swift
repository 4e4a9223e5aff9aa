public import Redfish
import Synchronization

/// Requests that wait for the one thread that may answer them.
public final class RequestQueue: Sendable {
    private struct Waiting: Sendable {
        let request: RedfishRequest
        let reply: CheckedContinuation<RedfishResponse, Never>
    }

    private struct State: Sendable {
        var waiting: [Waiting] = []
        var isClosed = false
    }

    private let state = Mutex(State())
    private let wake: @Sendable () -> Void

    /// - Parameter wake: tells the thread that there is something to answer.
    public init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

    /// Waits until the thread has answered. No more wait than a server has connections.
    public func ask(_ request: RedfishRequest) async -> RedfishResponse {
        await withCheckedContinuation { reply in
            let isTaken = state.withLock { state in
                if !state.isClosed { state.waiting.append(Waiting(request: request, reply: reply)) }
                return !state.isClosed
            }
            if isTaken { wake() } else { reply.resume(returning: RedfishResponse(503)) }
        }
    }

    /// Answers all that wait now, in the order in which they came.
    public func answerAll(_ respond: (RedfishRequest) -> RedfishResponse) {
        for waiting in take() { waiting.reply.resume(returning: respond(waiting.request)) }
    }

    /// Nobody answers any more: who waits, or asks later, hears so.
    public func close() {
        state.withLock { $0.isClosed = true }
        for waiting in take() { waiting.reply.resume(returning: RedfishResponse(503)) }
    }

    private func take() -> [Waiting] {
        state.withLock { state in
            defer { state.waiting = [] }
            return state.waiting
        }
    }
}
