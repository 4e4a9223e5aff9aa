import Synchronization

/// A call that somebody waits for, until the first of its ends: done, too late, or given up.
final class PendingCall<Value: Sendable>: Sendable {
    private enum State {
        case idle
        case awaited(CheckedContinuation<Result<Value, LibvirtError>, Never>)
        case settled(Result<Value, LibvirtError>)
        case told
    }

    private let state = Mutex(State.idle)

    /// Whether nobody waits any more.
    var isSettled: Bool {
        state.withLock {
            switch $0 {
            case .idle, .awaited: false
            case .settled, .told: true
            }
        }
    }

    func settle(_ result: Result<Value, LibvirtError>) {
        let asker: CheckedContinuation<Result<Value, LibvirtError>, Never>? = state.withLock {
            switch $0 {
            case .idle:
                $0 = .settled(result)
                return nil
            case .awaited(let asker):
                $0 = .told
                return asker
            case .settled, .told: return nil
            }
        }
        asker?.resume(returning: result)
    }

    func value() async -> Result<Value, LibvirtError> {
        await withCheckedContinuation { asker in
            let known: Result<Value, LibvirtError>? = state.withLock {
                guard case .settled(let result) = $0 else {
                    $0 = .awaited(asker)
                    return nil
                }
                $0 = .told
                return result
            }
            if let known { asker.resume(returning: known) }
        }
    }
}
