/// The fingerprint of a run: a rolling hash over (virtual time, site, payload) of every event.
///
/// Checkpoints are kept every 2ᵏ events, and k grows with the run, so that a difference between
/// two runs is found by comparing a few thousand numbers and not two big logs.
public struct Trace: Sendable {
    /// Most checkpoints kept; at twice as many, every other one is dropped: 2,048 × 16 bytes.
    static let checkpointLimit = 2048

    private(set) var hash = TraceHash()
    private var count: Int64 = 0
    private var interval: Int64 = 64
    private var checkpoints: [TraceCheckpoint] = []
    private let window: ClosedRange<Int64>?
    /// The events inside the window that was asked for.
    public private(set) var recorded: [TracedEvent] = []

    /// - Parameter window: the events to keep in words, counted from 1.
    public init(recording window: ClosedRange<Int64>? = nil) { self.window = window }

    @inline(__always)
    mutating func fold(
        at time: VirtualTime,
        _ site: StaticString,
        _ payload: UInt64
    ) {
        begin(time, site)
        hash.combine(payload)
        end(time, site) { String(payload) }
    }

    mutating func fold(at time: VirtualTime, _ site: StaticString, _ payload: String) {
        begin(time, site)
        hash.combine(payload)
        end(time, site) { payload }
    }

    /// What another run is compared by.
    public var summary: TraceSummary {
        TraceSummary(count: count, hash: hash.value, checkpoints: checkpoints)
    }

    /// The hash as sixteen hexadecimal digits.
    public var text: String { hash.text }

    @inline(__always)
    private mutating func begin(_ time: VirtualTime, _ site: StaticString) {
        hash.combine(UInt64(bitPattern: time.nanoseconds))
        hash.combine(site)
    }

    @inline(__always)
    private mutating func end(
        _ time: VirtualTime,
        _ site: StaticString,
        _ payload: () -> String
    ) {
        count += 1
        if count % interval == 0 { addCheckpoint() }
        guard let window, window.contains(count) else { return }
        recorded.append(
            TracedEvent(
                index: count,
                at: time.nanoseconds,
                site: "\(site)",
                payload: payload()
            )
        )
    }

    private mutating func addCheckpoint() {
        checkpoints.append(TraceCheckpoint(count: count, hash: hash.value))
        guard checkpoints.count >= 2 * Self.checkpointLimit else { return }
        interval *= 2
        checkpoints.removeAll { $0.count % interval != 0 }
    }
}
