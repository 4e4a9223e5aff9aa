import Glibc

/// How many of something were done in how long: the best of several runs, since others only add.
///
/// Processor time is measured, so that a machine with other work to do gives the same figures.
struct Measurement {
    static let repetitions = 3

    let name: String
    let count: Int
    let duration: Duration

    var perSecond: Double { Double(count) / (duration / .seconds(1)) }

    /// - Parameter body: does the work once and says how many there were.
    static func best(of name: String, _ body: () -> Int) -> Measurement {
        let runs = (0..<repetitions).map { _ in
            let start = processorTime()
            let count = body()
            return Measurement(name: name, count: count, duration: processorTime() - start)
        }
        guard let best = runs.max(by: { $0.perSecond < $1.perSecond }) else {
            preconditionFailure("Something is measured at least once.")
        }
        return best
    }

    private static func processorTime() -> Duration {
        var time = timespec()
        let status = clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        precondition(status == 0, "Every process has a clock of its processor time.")
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
