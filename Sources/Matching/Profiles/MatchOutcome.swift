/// What became of a machine.
package enum MatchOutcome: Sendable, Hashable {
    /// `isKept` where it had the profile already.
    case given(MatchRecord.Grant, isKept: Bool)
    /// Why it is unusable: what speaks against each profile, the nearest one first.
    case unmatched([MatchRefusal])

    package var profile: String? {
        if case .given(let grant, _) = self { grant.profile } else { nil }
    }
}
