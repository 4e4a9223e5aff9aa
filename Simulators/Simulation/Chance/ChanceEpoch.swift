/// Which chance a world draws: its seed's, until it is changed once.
///
/// All generators of one world share it and look at it with each draw, on the world's thread.
final class ChanceEpoch: @unchecked Sendable {
    /// Zero for the seed's own chance.
    @exclusivity(unchecked) private(set) var salt: UInt64 = 0

    func change(to salt: UInt64) { self.salt = salt }
}
