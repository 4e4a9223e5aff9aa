import Glibc

/// The terminal at standard input, which gives each key as it is pressed.
struct RawTerminal {
    static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 }

    /// How it was before; nil where there is no terminal.
    private let before: termios?

    init() {
        var settings = termios()
        guard Self.isTerminal, tcgetattr(STDIN_FILENO, &settings) == 0 else {
            before = nil
            return
        }
        before = settings
        cfmakeraw(&settings)
        tcsetattr(STDIN_FILENO, TCSANOW, &settings)
    }

    func restore() {
        guard var before else { return }
        tcsetattr(STDIN_FILENO, TCSANOW, &before)
    }
}
