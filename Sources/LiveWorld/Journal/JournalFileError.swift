/// Why a journal file does not take entries.
public enum JournalFileError: Error, Hashable, CustomStringConvertible {
    /// An operating system call failed.
    case system(file: String, call: String, code: Int32)

    /// Whether it can help to try again with nothing changed by an operator. A full disk or a
    /// missing permission does not mend itself.
    public var isTransient: Bool { false }

    public var description: String {
        switch self {
        case .system(let file, let call, let code):
            "journal \(file): \(call) failed: \(SystemCall.message(code))"
        }
    }
}
