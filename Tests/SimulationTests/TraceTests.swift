import Testing

@testable import Simulation

@Suite("A trace")
struct TraceTests {
    @Test(
        "keeps at most 4,096 checkpoints, evenly spread, however long the run",
        arguments: [0, 1, 63, 64, 1000, 262_143, 262_144, 300_000, 1_100_000]
    )
    func thinning(count: Int) {
        let checkpoints = trace(count).summary.checkpoints
        #expect(checkpoints.count < 2 * Trace.checkpointLimit)
        #expect(checkpoints.count >= min(count / 64, Trace.checkpointLimit))
        guard let interval = checkpoints.first?.count else { return }
        #expect(
            checkpoints.map(\.count) == (1...checkpoints.count).map { Int64($0) * interval }
        )
    }

    @Test(
        "has the same hashes at the checkpoints it keeps as a shorter one has",
        arguments: [300_000, 1_100_000]
    )
    func stableCheckpoints(count: Int) {
        let short = Dictionary(
            uniqueKeysWithValues: trace(100_000).summary.checkpoints.map { ($0.count, $0.hash) }
        )
        let shared = trace(count).summary.checkpoints.filter { short[$0.count] != nil }
        #expect(shared.count > 100)
        for checkpoint in shared { #expect(short[checkpoint.count] == checkpoint.hash) }
    }

    @Test("brackets the first differing event wherever it is", arguments: UInt64(1)...40)
    func bracket(seed: UInt64) throws {
        var chance = SeededGenerator(seed: seed)
        let count = 130 + chance.next(below: 5000)
        let position = [1, 64, 65, 128, count, 1 + chance.next(below: count)][Int(seed % 6)]
        for change in Change.allCases {
            try expectBracket(count, position, change)
        }
    }

    @Test(
        "brackets it within the distance of two checkpoints in a long run",
        arguments: [1, 99_999, 262_144, 262_145, 524_287, 599_999]
    )
    func longBracket(position: Int) throws {
        let window = try #require(
            trace(600_000).summary.divergence(
                from: trace(of: events(600_000, changing: position)).summary
            )
        )
        #expect(window.contains(Int64(position)))
        #expect(window.count <= 256)
    }

    @Test("is no different from itself, and differs at its end from one that goes on")
    func prefixes() throws {
        #expect(trace(1000).summary.divergence(from: trace(1000).summary) == nil)
        #expect(Trace().summary.divergence(from: Trace().summary) == nil)
        for (short, long) in [(0, 1), (0, 1000), (640, 641), (640, 700), (999, 300_000)] {
            for (one, other) in [(short, long), (long, short)] {
                let window = try #require(
                    trace(one).summary.divergence(from: trace(other).summary)
                )
                #expect(window.upperBound == Int64(short + 1), "\(one) and \(other)")
                #expect(window.count <= 512)
            }
        }
    }

    @Test("records exactly the events of the window that was asked for")
    func window() {
        let recorded = trace(1000, recording: 64...67).recorded
        #expect(recorded.map(\.index) == [64, 65, 66, 67])
        #expect(recorded.map(\.payload) == ["64", "65", "66", "67"])
        #expect(recorded[0].site == "event")
        #expect(recorded[0].description == "event 64 at 6.4e-08 seconds: event 64")
        #expect(trace(1000).recorded.isEmpty)
    }

    @Test("has the same hash whether its events are recorded or not")
    func recordingIsHarmless() {
        #expect(trace(1000).summary == trace(1000, recording: 1...1000).summary)
    }

    enum Change: CaseIterable { case payload, site, time, missing, added, swapped }

    /// The window must hold the first event after which the two hashes differ, found one by one.
    private func expectBracket(_ count: Int, _ position: Int, _ change: Change) throws {
        let (one, other) = (events(count), events(count, changing: position, change))
        let pairs = zip(prefixHashes(one), prefixHashes(other))
        // Where one is the beginning of the other, the difference is the next event.
        let found = pairs.enumerated().first { $1.0 != $1.1 }?.offset ?? min(one.count, other.count)
        let (first, second) = (trace(of: one).summary, trace(of: other).summary)
        let window = try #require(first.divergence(from: second), "\(change) at \(position)")
        #expect(window.contains(Int64(found) + 1), "\(change) at \(position) of \(count)")
        #expect(window.count <= 65)
        #expect(second.divergence(from: first) == window)
    }

    private typealias Event = (time: Int64, site: StaticString, payload: UInt64)

    private func prefixHashes(_ events: [Event]) -> [UInt64] {
        var trace = Trace()
        return events.map { event in
            trace.fold(at: VirtualTime(nanoseconds: event.time), event.site, event.payload)
            return trace.hash.value
        }
    }

    private func trace(_ count: Int, recording window: ClosedRange<Int64>? = nil) -> Trace {
        trace(of: events(count), recording: window)
    }

    private func trace(of events: [Event], recording window: ClosedRange<Int64>? = nil) -> Trace {
        var trace = Trace(recording: window)
        for event in events {
            trace.fold(at: VirtualTime(nanoseconds: event.time), event.site, event.payload)
        }
        return trace
    }

    private func events(
        _ count: Int,
        changing position: Int? = nil,
        _ change: Change = .payload
    ) -> [Event] {
        var events: [Event] = (0..<count).map { (Int64($0 + 1), "event", UInt64($0 + 1)) }
        guard let index = position.map({ $0 - 1 }) else { return events }
        switch change {
        case .payload: events[index].payload = 0
        case .site: events[index].site = "other"
        case .time: events[index].time += 1
        case .missing: events.remove(at: index)
        case .added: events.insert((0, "event", 0), at: index)
        case .swapped: events.swapAt(index, index + 1 < count ? index + 1 : index - 1)
        }
        return events
    }
}
