/// How many of something were done in how long: the best of several runs, since others only add.
struct Measurement {
    static let repetitions = 3

    let name: String
    let count: Int
    let duration: Duration

    /// - Parameter body: does the work once and says how many there were.
    static func best(of name: String, _ body: () -> Int) -> Measurement {
        let clock = ContinuousClock()
        var best: Measurement?
        for _ in 0..<repetitions {
            var count = 0
            let duration = clock.measure { count = body() }
            if let best, best.duration <= duration { continue }
            best = Measurement(name: name, count: count, duration: duration)
        }
        guard let best else { preconditionFailure("Something is measured at least once.") }
        return best
    }

    var perSecond: Double { Double(count) / (duration / .seconds(1)) }
}
