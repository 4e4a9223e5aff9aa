/// A picture of a domain's screen.
public struct Screenshot: Sendable, Hashable {
    /// Such as `image/png`.
    public let mediaType: String
    public let bytes: [UInt8]

    public init(mediaType: String, bytes: [UInt8]) {
        self.mediaType = mediaType
        self.bytes = bytes
    }
}
