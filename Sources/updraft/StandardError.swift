import Foundation
import Glibc

/// Where people are spoken to when standard output is for results.
enum StandardError {
    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// How many characters fit on a line of the terminal.
    static var columns: Int {
        var size = winsize()
        let isKnown = ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        return isKnown ? Int(size.ws_col) : usualColumns
    }

    /// Of a terminal that does not say.
    private static let usualColumns = 80

    static func write(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }

    static func print(_ line: String) { write(line + "\n") }
}
