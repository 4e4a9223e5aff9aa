import Foundation
import Glibc

/// Where people are spoken to when standard output is for results.
enum StandardError {
    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    static func write(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }

    static func print(_ line: String) { write(line + "\n") }
}
