package import Documents

/// What is wrong or doubtful in a file of a configuration.
package struct MatchFinding: Sendable, Hashable {
    package let file: String
    /// Nil for what is about the file as a whole.
    package let place: TextPlace?
    package let message: String

    init(file: String, place: TextPlace?, message: String) {
        self.file = file
        self.place = place
        self.message = message
    }

    init(file: String, _ error: PythonSyntaxError) {
        self.init(file: file, place: error.place, message: error.message)
    }
}

extension MatchFinding: CustomStringConvertible {
    package var description: String {
        let position = place.map { ":\($0.line):\($0.column)" } ?? ""
        return "\(file)\(position): \(message)"
    }
}
