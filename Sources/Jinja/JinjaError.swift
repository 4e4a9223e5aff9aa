/// Why a template is none, or cannot be rendered with what it was given.
package struct JinjaError: Error, Hashable, CustomStringConvertible {
    /// The template's name, and the line in it, from 1.
    package let template: String
    package let line: Int
    package let message: String

    package init(template: String, line: Int, message: String) {
        self.template = template
        self.line = line
        self.message = message
    }

    package var description: String { "\(template):\(line): \(message)" }
}
