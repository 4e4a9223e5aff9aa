/// From a moment on, a world draws other chance than its seed's: everything before that is as it
/// was, and everything after it may be different.
public struct ChanceChange: Sendable, Hashable {
    public let at: VirtualTime
    /// Stands for the other chance; the same one gives the same run.
    public let salt: UInt64

    public init(at: VirtualTime, salt: UInt64) {
        precondition(salt != 0, "Zero stands for the seed's own chance.")
        self.at = at
        self.salt = salt
    }
}
