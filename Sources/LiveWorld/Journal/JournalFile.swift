public import FoundationEssentials
import Glibc
import Synchronization
public import World

/// A journal kept in a file: one JSON object a line, each written with one call.
///
/// A process that is killed leaves whole lines behind. A line that the host's loss of power cut
/// short is dropped when the file is opened again, and the count goes on after the last whole one.
public final class JournalFile: Journal {
    private struct State {
        var descriptor: Int32
        var sequence: Int64
        var failure: JournalFileError?
    }

    private let path: String
    private let source: String
    private let clock: any WorldClock
    private let state: Mutex<State>

    /// Opens the file, or makes it.
    ///
    /// - Parameter source: the process that tells of what it does.
    public init(_ file: URL, source: String, clock: any WorldClock) throws(JournalFileError) {
        path = file.path
        self.source = source
        self.clock = clock
        let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw .system(file: path, call: "open", code: errno)
        }
        do {
            let sequence = try Self.dropTornLine(descriptor, path)
            state = Mutex(State(descriptor: descriptor, sequence: sequence))
        } catch {
            Glibc.close(descriptor)
            throw error
        }
    }

    deinit { close() }

    /// Why entries are being lost, where the file stopped taking them.
    public var failure: JournalFileError? { state.withLock { $0.failure } }

    public func record(_ event: some JournalEvent) {
        state.withLock { state in
            guard state.failure == nil, state.descriptor >= 0 else { return }
            let entry = JournalEntry(
                sequence: state.sequence + 1,
                at: clock.now,
                source: source,
                event: event
            )
            do throws(JournalFileError) {
                try Self.write(JournalLine(entry).description + "\n", to: state.descriptor, path)
                state.sequence = entry.sequence
            } catch {
                state.failure = error
            }
        }
    }

    /// Takes no more entries.
    public func close() {
        state.withLock { state in
            guard state.descriptor >= 0 else { return }
            Glibc.close(state.descriptor)
            state.descriptor = -1
        }
    }

    private static func write(
        _ line: String,
        to descriptor: Int32,
        _ path: String
    ) throws(JournalFileError) {
        var rest = ArraySlice(Array(line.utf8))
        // Once, unless the disk fills up or a signal comes in between.
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .system(file: path, call: "write", code: errno) }
            rest = rest.dropFirst(count)
        }
    }

    /// - Returns: how many whole lines there are.
    private static func dropTornLine(
        _ descriptor: Int32,
        _ path: String
    ) throws(JournalFileError) -> Int64 {
        var (lines, length, offset) = (Int64(0), Int64(0), Int64(0))
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .system(file: path, call: "read", code: errno) }
            if count == 0 { break }
            for index in 0..<count where buffer[index] == UInt8(ascii: "\n") {
                lines += 1
                length = offset + Int64(index) + 1
            }
            offset += Int64(count)
        }
        guard length < offset else { return lines }
        guard ftruncate(descriptor, Int(length)) == 0 else {
            throw .system(file: path, call: "ftruncate", code: errno)
        }
        return lines
    }
}
