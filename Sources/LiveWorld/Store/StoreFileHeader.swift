import FoundationEssentials
import Glibc
import World

/// The first hundred bytes of a store's file, looked at before SQLite is let near it: SQLite may
/// write to a file merely by opening it.
///
/// Source: SQLite's file format, section 1.3.
struct StoreFileHeader {
    static let length = 100
    private static let magic = Array("SQLite format 3\0".utf8)

    private let bytes: [UInt8]

    init(_ path: String) throws(StoreError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw .unavailable("\(path): \(SystemCall.message(errno))")
        }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: Self.length)
        let count = pread(descriptor, &bytes, Self.length, 0)
        guard count >= 0 else { throw .unavailable("\(path): \(SystemCall.message(errno))") }
        guard count == Self.length else {
            throw .corrupt("\(path) is cut short: it has \(count) bytes, less than a header")
        }
        self.bytes = bytes
    }

    func check(_ path: String, _ name: StoreName) throws(StoreError) {
        guard bytes.starts(with: Self.magic), word(at: 68) == StoreLayout.applicationID else {
            throw .corrupt("\(path) is not a store of Updraft")
        }
        // Any other pair would have SQLite write to the file in another way, or not at all.
        guard bytes[18...19] == [2, 2] else {
            throw .corrupt("\(path) is not marked as kept with a write-ahead log")
        }
        do {
            try StoreLayout.refuseOtherVersion(Int(word(at: 60)), name)
        } catch {
            throw error.naming(path)
        }
    }

    private func word(at offset: Int) -> Int32 {
        bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int32($1) }
    }
}
