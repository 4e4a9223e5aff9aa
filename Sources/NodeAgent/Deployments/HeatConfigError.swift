/// Why a config was not carried out, or the whole list not read.
package struct HeatConfigError: Error, Hashable, CustomStringConvertible {
    package let description: String

    init(_ description: String) { self.description = description }

    /// Whether trying again may help: metadata stay as they are.
    package var isTransient: Bool { false }
}
