/// What a name in a folder stands for.
public enum FileItem: Sendable, Hashable {
    case file(StoredFile)
    case folder(FileFolder)
    /// A symbolic link, with where it points as it is written.
    case link(String)
}
