/// How much of an image is on a disk.
public enum WrittenExtent: String, Sendable, Hashable, Codable {
    /// Every byte, as it should be.
    case whole
    /// A part: the write was cut short.
    case partial
    /// All of it, but not what the digest promises.
    case damaged
}
