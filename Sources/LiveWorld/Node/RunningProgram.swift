import Dispatch
import Glibc
import NodeAgent
import Synchronization

/// A program under way that may have to be ended, with whatever it started.
final class RunningProgram: Sendable {
    private enum State {
        case starting
        case running(pid_t)
        case over
    }

    private struct Life {
        var state = State.starting
        /// Why it was ended before its time.
        var reason: NodeSystemError?
    }

    /// How long it has to end by itself once it was asked to.
    private static let grace = DispatchTimeInterval.seconds(2)

    private let life = Mutex(Life())

    /// Why it was ended; nil where it ended by itself.
    var reason: NodeSystemError? { life.withLock { $0.reason } }

    func began(_ process: pid_t) {
        let isLate = life.withLock { life in
            guard case .starting = life.state else { return false }
            life.state = .running(process)
            return life.reason != nil
        }
        if isLate { send(SIGTERM) }
    }

    func finish() { life.withLock { $0.state = .over } }

    /// Asks it to end, and makes it where it does not.
    func end(_ reason: NodeSystemError) {
        let isFirst = life.withLock { life in
            guard life.reason == nil else { return false }
            if case .over = life.state { return false }
            life.reason = reason
            return true
        }
        guard isFirst else { return }
        send(SIGTERM)
        DispatchQueue.global().asyncAfter(deadline: .now() + Self.grace) { self.send(SIGKILL) }
    }

    /// To all of its group where it leads one. The lock keeps its number from being another's.
    private func send(_ signal: Int32) {
        life.withLock { life in
            guard case .running(let process) = life.state else { return }
            _ = kill(getpgid(process) == process ? -process : process, signal)
        }
    }
}
