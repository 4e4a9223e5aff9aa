/// A figure over time, such as the servers that are up.
public struct LevelSeries: Sendable, Hashable {
    public struct Point: Sendable, Hashable {
        public let at: Tick
        public let value: Int
    }

    public private(set) var points: [Point] = []
    /// Points that are closer than this are told as one, the last of them.
    private var width: Int32 = 1

    public init() {}

    public mutating func set(_ value: Int, at tick: Tick) {
        guard points.last?.value != value else { return }
        if let last = points.last, points.count > 1, tick.count / width == last.at.count / width {
            points.removeLast()
        }
        points.append(Point(at: tick, value: value))
        while points.count > ChronicleLimits.points { coarsen() }
    }

    /// The first point and the last of every span of time stay.
    private mutating func coarsen() {
        width *= 2
        var kept: [Point] = []
        for point in points {
            if kept.count > 1, let last = kept.last,
                last.at.count / width == point.at.count / width
            {
                kept.removeLast()
            }
            kept.append(point)
        }
        points = kept
    }

    public func value(at tick: Tick) -> Int? {
        let after = points.partitioningIndex { $0.at > tick }
        return after > 0 ? points[after - 1].value : nil
    }
}
