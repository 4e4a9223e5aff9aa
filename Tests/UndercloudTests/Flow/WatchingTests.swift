import Compute
import Hardware
import Testing
import World

@testable import Undercloud

@Suite("What the flow remembers")
struct WatchingTests {
    private static func after(_ seconds: Int) -> Instant { .epoch + .seconds(seconds) }

    @Test("lets a tenth of the servers be lost at the same time, but always two")
    func losses() {
        for (servers, evicting, room) in [
            (1, 0, 2), (19, 0, 2), (30, 0, 3), (30, 2, 1), (30, 5, 0), (1000, 10, 90),
        ] {
            let all = (0..<servers).map {
                Samples.server($0 < evicting ? .evicting : .active, index: $0)
            }
            var losses = Losses(among: all)
            var admitted = 0
            while losses.admit() { admitted += 1 }
            #expect(admitted == room, "\(servers) servers, \(evicting) of them evicted")
        }
    }

    @Test("of a replica is whether its beat has changed lately, by the clock of whoever asks")
    func members() {
        var watch = MemberWatch()
        let silence = Int(LeaseLimits.memberSilence.components.seconds)
        func alive(_ counts: [(HostAddress, Int)], at seconds: Int) -> [HostAddress] {
            watch.alive(
                among: counts.map { Member(host: $0.0, count: $0.1) }, now: Self.after(seconds))
        }
        #expect(alive([("a", 1), ("b", 7)], at: 0) == ["a", "b"])
        #expect(alive([("a", 2), ("b", 7)], at: silence - 1) == ["a", "b"])
        #expect(alive([("a", 3), ("b", 7)], at: silence) == ["a"])
        // A replica that starts again counts from the beginning, and is alive.
        #expect(alive([("a", 3), ("b", 1)], at: silence + 1) == ["a", "b"])
        #expect(alive([("a", 3), ("b", 1)], at: 2 * silence) == ["b"])
    }
}
