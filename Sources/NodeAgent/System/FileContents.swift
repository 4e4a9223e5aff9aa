/// A whole file that is to be written.
public struct FileContents: Sendable, Hashable {
    public var bytes: [UInt8]
    /// The bits of permissions.
    public var mode: Int
    /// Numbers of the account and of the group; nil leaves them to whoever writes.
    public var owner: Int?
    public var group: Int?

    public init(bytes: [UInt8], mode: Int = 0o644, owner: Int? = nil, group: Int? = nil) {
        self.bytes = bytes
        self.mode = mode
        self.owner = owner
        self.group = group
    }
}
