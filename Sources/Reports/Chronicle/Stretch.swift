public import World

/// A part of a lane that shows one thing.
public struct Stretch: Sendable, Hashable {
    /// What it says, by the number of its label.
    public let label: Int
    public let tone: ChartMark.Tone
    public let began: Tick
    /// Nil while it lasts.
    public internal(set) var ended: Tick?

    public init(label: Int, tone: ChartMark.Tone, began: Tick, ended: Tick? = nil) {
        self.label = label
        self.tone = tone
        self.began = began
        self.ended = ended
    }
}
