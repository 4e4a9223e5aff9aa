public import Hardware
public import World

/// Who manages which node: a hash ring for each conductor group and driver.
///
/// Everybody computes the same from the same ``ConductorRing``; nothing but the ring's members, the
/// node's group, driver and UUID counts.
public struct HashRings: Sendable {
    private let members: [HostAddress: ConductorMember]
    /// By group; of each, the rings that differ by driver.
    private let groups: [ConductorGroup: GroupRings]
    private let leftovers: GroupRings

    public init(_ ring: ConductorRing) {
        members = Dictionary(uniqueKeysWithValues: ring.members.map { ($0.host, $0) })
        var grouped: [ConductorGroup: [ConductorMember]] = [:]
        var leftovers: [ConductorMember] = []
        for member in ring.members {
            switch member.scope {
            case .group(let group): grouped[group, default: []].append(member)
            case .leftovers: leftovers.append(member)
            }
        }
        groups = grouped.mapValues(GroupRings.init)
        self.leftovers = GroupRings(leftovers)
    }

    /// The conductor that manages a node; nil where none of its group has its driver.
    public func manager(
        of uuid: Identifier, driver: DriverName, group: ConductorGroup
    ) -> ConductorMember? {
        let host =
            groups[group]?.ring(for: driver)?.host(for: uuid.text)
            ?? leftovers.ring(for: driver)?.host(for: uuid.text)
        return host.flatMap { members[$0] }
    }

    public func manager(of node: Node) -> ConductorMember? {
        manager(of: node.uuid, driver: node.driver, group: node.conductorGroup)
    }

    /// The ring of those of a group that have a driver; nil where none has.
    public func ring(driver: DriverName, group: ConductorGroup) -> HashRing? {
        groups[group]?.ring(for: driver)
    }

    /// The rings of one group.
    private struct GroupRings: Sendable {
        /// For drivers that some, and not all, of the group have.
        private let special: [DriverName: HashRing]
        /// For every other driver.
        private let general: HashRing

        init(_ members: [ConductorMember]) {
            var named: Set<DriverName> = []
            for case .only(let drivers) in members.map(\.drivers) { named.formUnion(drivers) }
            special = Dictionary(
                uniqueKeysWithValues: named.sorted().map { driver in
                    (driver, HashRing(members.filter { $0.drivers.includes(driver) }.map(\.host)))
                })
            general = HashRing(members.filter { $0.drivers == .all }.map(\.host))
        }

        func ring(for driver: DriverName) -> HashRing? {
            let ring = special[driver] ?? general
            return ring.hosts.isEmpty ? nil : ring
        }
    }
}
