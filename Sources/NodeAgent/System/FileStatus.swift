/// What a file system knows about a path.
public struct FileStatus: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        case file, folder, other
    }

    public let kind: Kind
    /// The nine bits of permissions, and the three above them.
    public let mode: Int
    /// The numbers of the account and of the group that it belongs to.
    public let owner: Int
    public let group: Int

    public init(kind: Kind, mode: Int, owner: Int, group: Int) {
        self.kind = kind
        self.mode = mode
        self.owner = owner
        self.group = group
    }

    /// Whether anybody may run the file.
    public var isExecutable: Bool { mode & 0o111 != 0 }
}
