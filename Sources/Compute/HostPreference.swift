/// The machines one flavor may have, best first.
struct HostPreference {
    struct Choice {
        /// Position in the scheduler's list of machines.
        let host: Int
        let tier: Int
    }

    /// By tier, then by what is left over, then by identifier.
    let choices: [Choice]

    /// `hosts` is in order of identifier, so that position settles a tie.
    init(of fit: FlavorFit, among hosts: [Host]) {
        typealias Key = (tier: Int, leftover: FlavorFit.Leftover, host: Int)
        let keys: [Key] = hosts.indices.compactMap { index in
            let host = hosts[index]
            guard host.availability == .available, fit.rejection(of: host.properties) == nil,
                let tier = fit.tier(of: host.properties)
            else { return nil }
            return (tier, fit.leftover(on: host.properties), index)
        }
        choices = keys.sorted { $0 < $1 }.map { Choice(host: $0.host, tier: $0.tier) }
    }
}
