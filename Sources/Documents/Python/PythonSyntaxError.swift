/// Why a text is not a Python literal, and where reading stopped.
package struct PythonSyntaxError: Error, Hashable {
    package let place: TextPlace
    package let message: String

    package var line: Int { place.line }
    package var column: Int { place.column }

    package init(place: TextPlace, message: String) {
        self.place = place
        self.message = message
    }
}

extension PythonSyntaxError: CustomStringConvertible {
    package var description: String { "\(place): \(message)" }
}
