import Simulation

extension ClosedRange<Duration> {
    /// A duration from the range, all whole nanoseconds equally likely.
    func draw(using generator: inout SeededGenerator) -> Duration {
        let span = upperBound - lowerBound
        let nanoseconds = (VirtualTime.zero + span).nanoseconds
        return lowerBound + .nanoseconds(Int64.random(in: 0...nanoseconds, using: &generator))
    }
}
