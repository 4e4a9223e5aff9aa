package import Documents

/// What is doubtful about a specification that can be read.
package struct SpecFinding: Sendable, Hashable, CustomStringConvertible {
    package let place: TextPlace
    package let message: String

    package var description: String { "\(place): \(message)" }
}
