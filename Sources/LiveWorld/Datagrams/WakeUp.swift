import Glibc

/// Ends a wait of ``BMCFarm`` from another thread.
public final class WakeUp: Sendable {
    let descriptor: Int32
    private let end: Int32

    public init() throws(SocketError) {
        var ends: [Int32] = [0, 0]
        let kind = SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue
        guard socketpair(AF_UNIX, Int32(kind), 0, &ends) == 0 else {
            throw SocketError(call: "socketpair", code: errno)
        }
        (descriptor, end) = (ends[0], ends[1])
    }

    deinit {
        close(descriptor)
        close(end)
    }

    /// The wait that goes on, or else the next one, is over. Many calls end one wait.
    public func call() {
        var byte: UInt8 = 1
        // One that is full has been written to before.
        _ = write(end, &byte, 1)
    }

    /// Forgets the calls so far.
    func clear() {
        var bytes = [UInt8](repeating: 0, count: 4096)
        while read(descriptor, &bytes, bytes.count) > 0 {}
    }
}
