import Glibc

/// A stream socket of this host alone, named by a path.
struct LocalSocket: ~Copyable {
    let descriptor: Int32

    init(isBlocking: Bool) throws(SocketError) {
        let blocking = isBlocking ? 0 : Int32(SOCK_NONBLOCK.rawValue)
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | blocking, 0)
        guard descriptor >= 0 else { throw SocketError(call: "socket", code: errno) }
    }

    /// Takes over one that was accepted.
    init(accepted descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    /// - Returns: the system's number for the reason where it fails; zero where it does not.
    func bind(to path: String) -> Int32 { name(path, Glibc.bind) }

    /// - Returns: the system's number for the reason where it fails; zero where it does not.
    func connect(to path: String) -> Int32 { name(path, Glibc.connect) }

    private func name(
        _ path: String, _ call: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8) + [0]
        guard bytes.count <= MemoryLayout.size(ofValue: address.sun_path) else {
            return ENAMETOOLONG
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let status = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                call(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        return status == 0 ? 0 : errno
    }

    /// Lets a blocking socket wait for so long at most.
    func setPatience(_ duration: Duration) {
        var time = timeval(tv_sec: Int(duration.components.seconds), tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(
                descriptor, SOL_SOCKET, option, &time, socklen_t(MemoryLayout<timeval>.size))
        }
    }

    /// Sends as much as goes.
    ///
    /// - Returns: how many bytes did; nil where the other side is gone.
    func write(_ bytes: ArraySlice<UInt8>) -> Int? {
        let count = bytes.withUnsafeBytes {
            send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        if count >= 0 { return count }
        return errno == EAGAIN || errno == EWOULDBLOCK ? 0 : nil
    }

    /// Takes what is there.
    ///
    /// - Returns: nil where there is nothing yet; no bytes where the other side has ended.
    func read() -> [UInt8]? {
        var count = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, used in
            count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
            used = max(count, 0)
        }
        if count < 0, errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR { return nil }
        return bytes
    }
}
