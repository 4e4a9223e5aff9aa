/// Why there is no answer of use.
package struct WebError: Error, Hashable, CustomStringConvertible {
    package let description: String
    /// Whether trying again may help: nobody answered, or a service that is not well did.
    package let isTransient: Bool

    package init(_ description: String, isTransient: Bool = true) {
        self.description = description
        self.isTransient = isTransient
    }
}
