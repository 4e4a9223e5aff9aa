import Testing

/// A place that breaks a rule of the house, and what to do instead.
struct Violation: Hashable, CustomStringConvertible {
    let path: String
    let line: Int
    let message: String

    var description: String { "\(path):\(line): \(message)" }

    /// Records every violation, so that one run shows them all.
    static func report(_ violations: [Violation]) {
        for violation in violations { Issue.record("\(violation)") }
    }
}
