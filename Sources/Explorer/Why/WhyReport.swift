import World

/// When a failure was decided, and what happened then.
public struct WhyReport: Sendable, Encodable {
    /// Bars of this many characters stand for certain failure.
    private static let barWidth = 30
    /// Events told to people.
    private static let eventsTold = 12

    public let signature: FailureSignature
    /// The moment of the failure itself.
    public let failedAt: TimePoint
    public let points: [WhySession.Point]
    /// The failure was decided after the one and by the other.
    public let decidedAfter: TimePoint
    public let decidedBy: TimePoint
    /// What the journal tells of the time between, in order.
    public let events: [JournalExcerpt]
    public let replay: String

    public init(
        _ session: WhySession, _ signature: FailureSignature, failedAt: TimePoint,
        journal: [JournalExcerpt], replay: String
    ) {
        self.signature = signature
        self.failedAt = failedAt
        points = session.points
        let knee = session.knee ?? (TimePoint(nanoseconds: 0), failedAt)
        (decidedAfter, decidedBy) = knee
        events = journal.filter { $0.at > knee.0 && $0.at <= knee.1 }
        self.replay = replay
    }

    /// For people.
    public var lines: [String] {
        var lines = ["\(signature.text)", "fails at \(Self.text(failedAt)) of \(replay)"]
        lines.append("other chance from   fails")
        lines += points.map { point in
            let bar = String(repeating: "#", count: Int(point.share * Double(Self.barWidth)))
            let count = "\(point.failures)/\(point.runs)"
            return "  \(Self.padded(Self.text(point.at), 16))  \(Self.padded(count, 6))  \(bar)"
        }
        lines.append("decided after \(Self.text(decidedAfter)) and by \(Self.text(decidedBy)):")
        lines += events.prefix(Self.eventsTold).map { "  \($0.text)" }
        if events.isEmpty { lines.append("  the journal tells of nothing between them") }
        if events.count > Self.eventsTold {
            lines.append("  and \(events.count - Self.eventsTold) events more, which --json has")
        }
        return lines
    }

    private static func text(_ point: TimePoint) -> String {
        Duration.nanoseconds(point.nanoseconds).preciseClockText
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
