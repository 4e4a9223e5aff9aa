import World

/// All that a lane shows.
public struct LaneHistory: Sendable, Hashable {
    public private(set) var stretches: [Stretch] = []
    /// How many there were besides.
    public private(set) var untold = 0

    public init() {}

    mutating func begin(_ label: Int, _ tone: ChartMark.Tone, at tick: Tick) {
        if let last = stretches.last, last.ended == nil, last.label == label { return }
        end(at: tick)
        guard stretches.count < ChronicleLimits.stretchesPerLane else { return untold += 1 }
        stretches.append(Stretch(label: label, tone: tone, began: tick))
    }

    mutating func end(at tick: Tick) {
        guard let last = stretches.indices.last, stretches[last].ended == nil else { return }
        stretches[last].ended = tick
    }
}
