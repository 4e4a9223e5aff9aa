/// What a format can erase on an NVMe disk, the best that it offers (the bits of `oacs` and `fna`
/// that nvme-cli shows).
public enum NVMeFormat: String, Sendable, Hashable, CaseIterable {
    /// It has no format at all.
    case none
    case userData
    /// It throws away the key that everything on it is written under.
    case crypto
}
