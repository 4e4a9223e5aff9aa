/// Why a configuration cannot be used: everything that is wrong with it.
package struct MatchConfigurationError: Error, Hashable, CustomStringConvertible {
    package let errors: [MatchFinding]

    package var description: String { errors.map(\.description).joined(separator: "\n") }
}
