/// What the agents of an installed system touch: its files, its accounts and its commands. A
/// simulated machine and a real one conform.
///
/// Paths are absolute, with `/` between names. A conformer may keep all of them below a folder of
/// its own.
public protocol NodeSystem: Sendable {
    /// The whole of a file; nil where there is none.
    func contents(of path: String) throws(NodeSystemError) -> [UInt8]?

    /// What is known about a path, links followed; nil where there is nothing.
    func status(of path: String) throws(NodeSystemError) -> FileStatus?

    /// The names in a folder, in the order of their bytes; nil where there is no such folder.
    func names(in folder: String) throws(NodeSystemError) -> [String]?

    /// Puts a whole file in the place of what is there, in one step: readers find the old file or
    /// the new one. Folders that are missing are made.
    func replace(_ path: String, with file: FileContents) throws(NodeSystemError)

    /// Removes a file; does nothing where there is none.
    func remove(_ path: String) throws(NodeSystemError)

    /// Makes a folder, and those above it that are missing; one that is there stays as it is.
    /// - Parameter mode: the bits of permissions of what is made.
    func makeFolder(_ path: String, mode: Int) throws(NodeSystemError)

    /// Gives a file or a folder another name in one step; a file of that name is gone.
    func move(_ path: String, to other: String) throws(NodeSystemError)

    /// Where a symbolic link points, as it is written; nil for what is none.
    func target(of link: String) throws(NodeSystemError) -> String?

    /// Makes a symbolic link. Folders that are missing are made.
    func link(_ path: String, to target: String) throws(NodeSystemError)

    /// The number of an account or of a group that has this name or number; nil where there is
    /// none.
    func number(of account: Account) throws(NodeSystemError) -> Int?

    /// Runs a command to its end. One that takes longer than it may is ended, with whatever it
    /// started, and so is one whose caller is cancelled.
    func run(_ command: NodeCommand) async throws(NodeSystemError) -> CommandResult
}

extension NodeSystem {
    /// A file as text, where it is UTF-8; line ends as Python reads them, all of them `\n`.
    func text(of path: String) throws(NodeSystemError) -> String? {
        guard let bytes = try contents(of: path) else { return nil }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw NodeSystemError("\(path) is not UTF-8")
        }
        guard bytes.contains(UInt8(ascii: "\r")) else { return text }
        var lines = ""
        for character in text {
            lines.append(character == "\r\n" || character == "\r" ? "\n" : character)
        }
        return lines
    }

    func isFile(_ path: String) throws(NodeSystemError) -> Bool {
        try status(of: path)?.kind == .file
    }
}
