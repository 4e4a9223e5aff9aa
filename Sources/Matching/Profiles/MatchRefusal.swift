/// Why a machine is not given a profile.
package struct MatchRefusal: Sendable, Hashable, CustomStringConvertible {
    package let profile: String
    package let reason: String
    /// How much of the specification fits, from 0 to 1.
    let agreement: Double

    package var description: String { "\(profile): \(reason)" }
}
