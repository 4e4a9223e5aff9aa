/// Why a text is not JSON.
package struct JSONSyntaxError: Error, Hashable {
    /// The line where reading stopped, from 1.
    package let line: Int
    package let message: String
}

extension JSONSyntaxError: CustomStringConvertible {
    package var description: String { "line \(line): \(message)" }
}
