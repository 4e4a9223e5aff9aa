public import Plans

/// Chooses machines for servers (Nova's scheduler, for bare metal: one server a machine).
///
/// All servers are placed in one decision. If machines can be found for all of them, they are; if
/// not, earlier requests go first. Within that, each server in turn has the best machine that
/// leaves the others theirs: tagged with its profile, then in the rack with the fewest servers of
/// its role, then with the least left over, then by identifier.
public struct Scheduler: Sendable {
    public let mode: PlacementMode
    /// The plan's flavors; a machine that fits none of them is reported as unusable.
    public let flavors: [Flavor]

    public init(mode: PlacementMode, flavors: [Flavor]) {
        self.mode = mode
        self.flavors = flavors
    }

    /// Places `requests`, which name each server once, on `hosts`, whose order does not matter.
    public func place(_ requests: [PlacementRequest], on hosts: [Host]) -> Placement {
        let hosts = Self.ordered(hosts)
        var round = PlacementRound(mode: mode, requests: requests, hosts: hosts)
        round.accept()
        let assignments = round.assign()
        return Placement(
            assignments: assignments,
            unplaced: round.refusals(),
            unusable: unusable(among: hosts)
        )
    }

    /// Why a flavor does not go on a machine, whatever else it carries; nil if it does.
    public func rejection(of properties: HostProperties, for flavor: Flavor) -> HostRejection? {
        FlavorFit(flavor: flavor, mode: mode).rejection(of: properties)
    }

    /// Callers mostly have them in order already.
    private static func ordered(_ hosts: [Host]) -> [Host] {
        func isOrdered(_ hosts: [Host]) -> Bool {
            hosts.indices.dropFirst().allSatisfy { hosts[$0 - 1].id < hosts[$0].id }
        }
        if isOrdered(hosts) { return hosts }
        let sorted = hosts.sorted { $0.id < $1.id }
        precondition(isOrdered(sorted), "A machine is offered to the scheduler once.")
        return sorted
    }

    private func unusable(among hosts: [Host]) -> [HostID] {
        guard mode == .scale else { return [] }
        let fits = flavors.map { FlavorFit(flavor: $0, mode: mode) }
        return hosts.filter { host in
            host.availability == .available
                && fits.allSatisfy { $0.rejection(of: host.properties) != nil }
        }.map(\.id)
    }
}
