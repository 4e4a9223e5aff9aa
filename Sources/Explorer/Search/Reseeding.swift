/// From when on a run draws other chance than its seed's.
public struct Reseeding: Sendable, Hashable {
    /// Since the run began.
    public let at: Duration
    /// Stands for the other chance; not zero.
    public let salt: UInt64

    public init(at: Duration, salt: UInt64) {
        self.at = at
        self.salt = salt
    }
}
