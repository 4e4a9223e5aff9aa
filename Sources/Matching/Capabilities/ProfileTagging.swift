package import OrderedCollections
package import Pictures

/// Which nodes serve which flavors by their profiles, as tripleoclient counts before it deploys.
///
/// Flavors are served in their order. Nodes tagged with the profile come first; what is wanting is
/// filled with free, untagged nodes that could have it, and their new tags are kept only where the
/// whole of it could be filled.
package struct ProfileTagging: Sendable, Hashable {
    /// New tags: profiles by node.
    package private(set) var tags: OrderedDictionary<String, String> = [:]
    /// Profiles by node, the old tags among them, of the nodes that serve a flavor.
    package private(set) var serving: OrderedDictionary<String, String> = [:]
    /// Why the cloud cannot be deployed.
    package private(set) var errors: [String] = []
    package private(set) var warnings: [String] = []

    package init(_ candidates: [ProfileCandidate], for demands: [ProfileDemand]) {
        let wanted = demands.filter { $0.count > 0 }
        var free = candidates.filter(\.isUsable)
        for demand in wanted {
            guard let profile = demand.profile else {
                if wanted.count > 1 {
                    errors.append(
                        "the flavor '\(demand.flavor)' names no profile, and there are others")
                }
                continue
            }
            serve(demand, profile, &free)
        }
        warn(of: free, wanted)
    }

    private mutating func serve(
        _ demand: ProfileDemand, _ profile: String, _ free: inout [ProfileCandidate]
    ) {
        let tagged = free.filter { $0.profile == profile }
        var chosen = Array(tagged.prefix(demand.count))
        let wanting = demand.count - chosen.count
        if wanting > 0 {
            let able = free.filter {
                $0.profile == nil && $0.state == "available" && $0.could(have: profile)
            }
            if able.count >= wanting {
                let new = able.prefix(wanting)
                for candidate in new { tags[candidate.name] = profile }
                chosen += new
            } else {
                errors.append(
                    "\(demand.count) nodes of the profile '\(profile)' are wanted for the flavor"
                        + " '\(demand.flavor)', \(chosen.count) are tagged and \(able.count) more"
                        + " could be")
            }
        } else if tagged.count > demand.count {
            warnings.append(
                "\(tagged.count - demand.count) more nodes have the profile '\(profile)' than are"
                    + " wanted")
        }
        let names = Set(chosen.map(\.name))
        for candidate in chosen { serving[candidate.name] = profile }
        // What is tagged with the profile serves no other one.
        free.removeAll { names.contains($0.name) || $0.profile == profile }
    }

    private mutating func warn(of free: [ProfileCandidate], _ wanted: [ProfileDemand]) {
        let untagged = free.filter { $0.profile == nil }
        if !untagged.isEmpty, wanted.contains(where: { $0.profile != nil }) {
            warnings.append(
                "\(untagged.count) nodes have no profile: "
                    + untagged.map(\.name).joined(separator: ", "))
        }
    }

    /// The nodes with what becomes of them; those that no flavor gets are unusable for now.
    package func table(_ candidates: [ProfileCandidate]) -> DataTable {
        DataTable(
            ["node", "state", "profile", "what becomes of it"],
            candidates.map { candidate in
                let profile = serving[candidate.name] ?? candidate.profile ?? "none"
                return .init(
                    [candidate.name, candidate.state, profile, fate(of: candidate)],
                    isBad: serving[candidate.name] == nil)
            })
    }

    private func fate(of candidate: ProfileCandidate) -> String {
        if tags[candidate.name] != nil { return "is tagged anew" }
        if serving[candidate.name] != nil { return "serves" }
        if candidate.isInMaintenance { return "is in maintenance" }
        if !candidate.isUsable { return "is neither available nor active" }
        return "is not wanted"
    }
}
