import Dispatch
import Hardware
import Synchronization

/// Threads for calls that block, apart from those that Swift's tasks run on.
///
/// Each hypervisor has a few of them at most, so that one that hangs does not stop the others.
public final class CallThreads: Sendable {
    /// Whose calls share a part of the threads.
    struct Lane: Sendable, Hashable {
        let number: Int
    }

    private struct Job: Sendable {
        let lane: Lane
        let body: @Sendable () -> Void
    }

    private struct State: Sendable {
        var idle: [DispatchQueue]
        var running: [Lane: Int] = [:]
        var waiting: [Job] = []
        var lanes = 0
    }

    private let state: Mutex<State>

    /// Those of this process.
    public static let shared = CallThreads(count: LibvirtLimits.threads)

    init(count: Int) {
        // A queue does one thing at a time, and has a thread while it does.
        let queues = (0..<count).map { DispatchQueue(label: "libvirt call \($0)") }
        state = Mutex(State(idle: queues))
    }

    func lane() -> Lane {
        state.withLock {
            $0.lanes += 1
            return Lane(number: $0.lanes)
        }
    }

    /// Runs a call that may block.
    ///
    /// - Parameter limit: after which nobody waits any more. A call that has begun then goes on
    ///   until libvirt gives it up; one that has not is never begun.
    func run<Value: Sendable>(
        _ lane: Lane, within limit: Duration = BMCLimits.call,
        _ body: @escaping @Sendable () throws(LibvirtError) -> Value
    ) async throws(LibvirtError) -> Value {
        let call = PendingCall<Value>()
        let alarm = Task {
            do { try await Task.sleep(for: limit) } catch { return }
            call.settle(.failure(.timeout(waited: limit)))
        }
        defer { alarm.cancel() }
        let isTaken = submit(
            Job(lane: lane) {
                guard !call.isSettled else { return }
                do throws(LibvirtError) { call.settle(.success(try body())) } catch {
                    call.settle(.failure(error))
                }
            })
        if !isTaken { throw .crowded }
        return try await withTaskCancellationHandler {
            await call.value()
        } onCancel: {
            call.settle(.failure(.cancelled))
        }.get()
    }

    /// Runs what nobody waits for.
    func runLater(_ lane: Lane, _ body: @escaping @Sendable () -> Void) {
        _ = submit(Job(lane: lane, body: body))
    }

    private func submit(_ job: Job) -> Bool {
        let isTaken = state.withLock { state in
            guard state.waiting.count < LibvirtLimits.waiting else { return false }
            state.waiting.append(job)
            return true
        }
        start()
        return isTaken
    }

    /// Starts what can be started now.
    private func start() {
        while let (queue, job) = next() {
            queue.async {
                job.body()
                self.finish(job, queue)
            }
        }
    }

    private func next() -> (DispatchQueue, Job)? {
        state.withLock { state in
            let place = state.waiting.firstIndex {
                state.running[$0.lane, default: 0] < LibvirtLimits.perHypervisor
            }
            guard let place, let queue = state.idle.popLast() else { return nil }
            let job = state.waiting.remove(at: place)
            state.running[job.lane, default: 0] += 1
            return (queue, job)
        }
    }

    private func finish(_ job: Job, _ queue: DispatchQueue) {
        state.withLock { state in
            state.idle.append(queue)
            let left = state.running[job.lane, default: 1] - 1
            state.running[job.lane] = left > 0 ? left : nil
        }
        start()
    }
}
