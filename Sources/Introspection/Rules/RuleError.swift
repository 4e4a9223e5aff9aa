/// Why a rule cannot be taken.
package struct RuleError: Error, Hashable, CustomStringConvertible {
    package let message: String
    package var description: String { message }

    init(_ message: String) { self.message = message }
}
