/// What becomes of the seed after the pivot.
public enum SeedFate: String, Sendable, Hashable, Codable {
    /// It is switched off; the undercloud notices, and makes up for it.
    case switchedOff
    /// It stays, as one of the undercloud's replicas.
    case stays
}
