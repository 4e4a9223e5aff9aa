import NodeAgent
import Synchronization
import World

/// Takes signals, after it has failed as often as it is told to.
final class SignalPost: SignalTransport {
    private let failures: Mutex<[SignalError]>
    private let taken = Mutex<[NodeSignal]>([])

    init(failures: [SignalError] = []) { self.failures = Mutex(failures) }

    var sent: [NodeSignal] { taken.withLock { $0 } }

    func send(_ signal: NodeSignal) async throws(SignalError) {
        if let failure = failures.withLock({ $0.popLast() }) { throw failure }
        taken.withLock { $0.append(signal) }
    }
}
