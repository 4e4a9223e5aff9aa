import ArgumentParser
import Foundation
import Synchronization

/// Where results go. A result that nobody could take is a failure, and told as one.
enum StandardOutput {
    private static let hasFailed = Atomic(false)

    /// Writes a line. Where that fails it is told once, and ``check()`` throws from then on.
    static func print(_ line: String) { write(line + "\n") }

    /// Writes lines, all at once.
    static func print(_ lines: [String]) {
        if !lines.isEmpty { print(lines.joined(separator: "\n")) }
    }

    private static func write(_ text: String) {
        do { try FileHandle.standardOutput.write(contentsOf: Data(text.utf8)) } catch {
            guard !hasFailed.exchange(true, ordering: .relaxed) else { return }
            StandardError.print("standard output: cannot be written to (is its disk full?)")
        }
    }

    /// - Throws: ``ExitStatus/internalFailure`` where something could not be written.
    static func check() throws {
        if hasFailed.load(ordering: .relaxed) { throw ExitStatus.internalFailure }
    }
}
