/// An image as somebody who fetches it must know it.
public struct ImageReference: Sendable, Hashable, Codable {
    public let name: ImageName
    public let digest: ImageDigest
    public let size: ByteCount

    public init(name: ImageName, digest: ImageDigest, size: ByteCount) {
        self.name = name
        self.digest = digest
        self.size = size
    }
}
