import Dispatch
import LiveHTTP
import Synchronization

/// What a server on a thread of its own has said of itself so far.
final class ServerStanding: Sendable {
    private let outcome = Mutex<Result<Int, RedfishServerError>?>(nil)
    private let isKnown = DispatchSemaphore(value: 0)

    func settle(_ result: Result<Int, RedfishServerError>) {
        outcome.withLock { $0 = $0 ?? result }
        isKnown.signal()
    }

    /// Its port, or why it has none, as soon as that is known.
    func settled() -> Result<Int, RedfishServerError> {
        isKnown.wait()
        guard let result = outcome.withLock(\.self) else {
            preconditionFailure("Whoever signals has said what came of it.")
        }
        return result
    }
}
