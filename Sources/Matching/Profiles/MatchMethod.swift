/// How machines are given profiles.
package enum MatchMethod: String, Sendable, Hashable, CaseIterable {
    /// Machines in their order take the first profile that fits and is left. Where somebody is
    /// left without, or a profile short of machines, others change until no more can be served.
    case optimal
    /// Machines in their order take the first profile that fits and is left, as in edeploy.
    case reference
}
