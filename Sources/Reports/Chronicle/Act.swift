/// Somebody did something to somebody.
public struct Act: Sendable, Hashable {
    public let at: Tick
    public let by: String
    public let verb: String
    public let target: String
    public let reason: String

    public init(at: Tick, by: String, verb: String, target: String, reason: String) {
        self.at = at
        self.by = by
        self.verb = verb
        self.target = target
        self.reason = reason
    }
}
