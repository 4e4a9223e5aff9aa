import Synchronization

/// A clock that stands still but for pauses.
final class TestClock: Sendable {
    private let milliseconds = Atomic<Int>(0)

    var now: Duration { .milliseconds(milliseconds.load(ordering: .relaxed)) }

    func advance(by duration: Duration) {
        let (seconds, rest) = duration.components
        milliseconds.add(
            Int(seconds) * 1000 + Int(rest / 1_000_000_000_000_000), ordering: .relaxed)
    }
}
