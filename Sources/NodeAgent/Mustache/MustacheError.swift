/// Why a template is no Mustache template.
package struct MustacheError: Error, Hashable, CustomStringConvertible {
    package let description: String

    init(_ description: String) { self.description = description }
}
