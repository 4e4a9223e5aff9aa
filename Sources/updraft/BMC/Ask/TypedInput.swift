import Glibc

/// What comes at standard input, as it comes: a terminal's keys, or a pipe to its end.
enum TypedInput {
    /// Between two looks; shorter than a person notices.
    private static let interval: Duration = .milliseconds(20)

    static func stream() -> AsyncStream<[UInt8]> {
        AsyncStream {
            while !Task.isCancelled {
                if isReady {
                    let bytes = read()
                    return bytes.isEmpty ? nil : bytes
                }
                try? await Task.sleep(for: interval)
            }
            return nil
        }
    }

    private static var isReady: Bool {
        var entry = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        return poll(&entry, 1, 0) > 0
    }

    private static func read() -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 4096) { buffer, used in
            used = max(Glibc.read(STDIN_FILENO, buffer.baseAddress, buffer.count), 0)
        }
    }
}
