/// Looks for the moment at which a failure was decided: until a moment a run goes as it did, and
/// from then on by other chance. Where it fails as often as before, the failure was decided by
/// then.
///
/// The idea is Antithesis' causality analysis and FoundationDB's `--reseed-time`.
public struct WhySession: Sendable {
    /// How often the run fails where chance is another one from a moment on.
    public struct Point: Sendable, Hashable, Codable {
        public let at: TimePoint
        public var failures = 0
        public var runs = 0

        public var share: Double { runs == 0 ? 0 : Double(failures) / Double(runs) }
    }

    /// Moments between two known ones in a round.
    private static let parts: Int64 = 6
    /// Rounds of looking closer.
    public static let rounds = 4

    /// By their moments.
    public private(set) var points: [Point] = []
    private let end: TimePoint

    /// - Parameter end: when the run failed.
    public init(end: TimePoint) { self.end = end }

    /// The moments to look at in the next round; none where it cannot be told closer.
    public func moments() -> [TimePoint] {
        guard let knee else { return Self.between(TimePoint(nanoseconds: 0), end, outer: true) }
        return Self.between(knee.before, knee.after, outer: false)
            .filter { moment in !points.contains { $0.at == moment } }
    }

    public mutating func add(_ moment: TimePoint, fails: Bool) {
        let place = points.firstIndex { $0.at == moment } ?? insert(moment)
        points[place].runs += 1
        points[place].failures += fails ? 1 : 0
    }

    /// Between which moments the failure was decided: where its share rises most.
    public var knee: (before: TimePoint, after: TimePoint)? {
        let known = points.filter { $0.runs > 0 }
        guard known.count > 1 else { return nil }
        let rises = zip(known, known.dropFirst())
        let steepest = rises.max { left, right in
            left.1.share - left.0.share < right.1.share - right.0.share
        }
        return steepest.map { ($0.at, $1.at) }
    }

    private mutating func insert(_ moment: TimePoint) -> Int {
        let place = points.firstIndex { $0.at > moment } ?? points.count
        points.insert(Point(at: moment), at: place)
        return place
    }

    private static func between(
        _ first: TimePoint, _ last: TimePoint, outer: Bool
    ) -> [TimePoint] {
        let span = last.nanoseconds - first.nanoseconds
        guard span > parts else { return [] }
        let inner = (1..<parts).map {
            TimePoint(nanoseconds: first.nanoseconds + span / parts * $0)
        }
        return outer ? [first] + inner + [last] : inner
    }
}
