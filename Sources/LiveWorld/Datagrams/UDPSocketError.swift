import Glibc

/// Why a socket could not be had.
public struct UDPSocketError: Error, Hashable {
    /// The system call that failed.
    public let call: String
    /// The system's number for the reason.
    public let code: Int32

    /// Whether the same call can succeed later: somebody else has the port, or all of them.
    public var isTransient: Bool { code == EADDRINUSE || code == EMFILE || code == ENOBUFS }
}

extension UDPSocketError: CustomStringConvertible {
    public var description: String { "\(call): \(SystemCall.message(code))" }
}
