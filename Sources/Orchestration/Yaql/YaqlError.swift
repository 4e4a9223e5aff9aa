/// Why a YAQL expression is none, or comes to nothing.
struct YaqlError: Error {
    let message: String

    init(_ message: String) { self.message = message }

    /// The same expression over the same data fails again.
    var isTransient: Bool { false }
}
