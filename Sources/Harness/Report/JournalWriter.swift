import Foundation
public import World

/// Writes a run's journal to a file while it goes on, one JSON object a line.
///
/// The file always ends with a whole line, except where the machine itself stops.
public final class JournalWriter: RunWatcher {
    /// Written in one piece once this much has gathered.
    private static let bufferSize = 1 << 16

    public let path: String
    private let file: FileHandle
    private var buffer: [UInt8] = []
    /// What went wrong first; the rest of the journal is not written then.
    public private(set) var failure: ReportError?

    /// Begins the file anew.
    public init(path: String) throws(ReportError) {
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let file = FileHandle(forWritingAtPath: path)
        else { throw ReportError(path: path, reason: "it cannot be made") }
        self.path = path
        self.file = file
        buffer.reserveCapacity(Self.bufferSize)
    }

    public func willStart(replay: String) {}

    public func saw(_ entry: JournalEntry, progress: () -> RunProgress) { write(entry) }

    public func didEnd() {
        flush()
        try? file.close()
    }

    func write(_ entry: JournalEntry) {
        guard failure == nil else { return }
        buffer.append(contentsOf: JournalLine(entry).description.utf8)
        buffer.append(UInt8(ascii: "\n"))
        if buffer.count >= Self.bufferSize { flush() }
    }

    private func flush() {
        guard failure == nil, !buffer.isEmpty else { return }
        do { try file.write(contentsOf: buffer) } catch {
            failure = ReportError(path: path, reason: error.localizedDescription)
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
