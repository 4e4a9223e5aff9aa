import Glibc

/// Why a socket could not be had.
public struct SocketError: Error, Hashable {
    /// The system call that failed.
    public let call: String
    /// The system's number for the reason.
    public let code: Int32

    public init(call: String, code: Int32) {
        self.call = call
        self.code = code
    }

    /// Whether the same call can succeed later: somebody else has the port, or all of them.
    public var isTransient: Bool { code == EADDRINUSE || code == EMFILE || code == ENOBUFS }
}

extension SocketError: CustomStringConvertible {
    public var description: String { "\(call): \(SystemCall.message(code))" }
}
