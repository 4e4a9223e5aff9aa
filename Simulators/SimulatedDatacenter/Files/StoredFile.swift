/// A file on a disk.
public struct StoredFile: Sendable, Hashable {
    public var bytes: [UInt8]
    public var attributes: FileAttributes

    public init(_ bytes: [UInt8], _ attributes: FileAttributes = FileAttributes(mode: 0o644)) {
        self.bytes = bytes
        self.attributes = attributes
    }
}
