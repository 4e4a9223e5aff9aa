/// Who may do what with a file or a folder.
public struct FileAttributes: Sendable, Hashable {
    /// The nine bits of permissions, and the three above them.
    public var mode: Int
    /// The numbers of the account and of the group that it belongs to.
    public var owner: Int
    public var group: Int

    public init(mode: Int, owner: Int = 0, group: Int = 0) {
        self.mode = mode
        self.owner = owner
        self.group = group
    }
}
