/// The checksum of an image's contents, in lower-case hexadecimal.
///
/// Two images with equal digests have equal contents; a name says nothing about contents.
public struct ImageDigest: Name {
    public let text: String
    public init(_ text: String) { self.text = text }
}
