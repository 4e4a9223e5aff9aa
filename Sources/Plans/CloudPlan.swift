public import Hardware

/// The cloud asked for: its roles, the flavors they use, and the undercloud that deploys it.
///
/// A plan may be wrong; ``problems`` says how, all at once. What follows from a plan is only asked
/// of one without problems.
public struct CloudPlan: Sendable, Hashable, Codable {
    public let mode: PlacementMode
    public let flavors: [Flavor]
    public let roles: [RolePlan]
    public let undercloud: UndercloudPlan
    /// Images that servers may have besides those of the roles.
    public let images: [ImageName]

    public init(
        mode: PlacementMode,
        flavors: [Flavor],
        roles: [RolePlan],
        undercloud: UndercloudPlan,
        images: [ImageName] = []
    ) {
        self.mode = mode
        self.flavors = flavors
        self.roles = roles
        self.undercloud = undercloud
        self.images = images
    }

    /// The overcloud's servers, role by role in the plan's order, numbered from 0.
    public var servers: [PlannedServer] {
        roles.flatMap { role in
            (0..<max(role.count, 0)).map { index in
                PlannedServer(
                    role: role.name,
                    index: index,
                    flavor: role.flavor,
                    image: role.image
                )
            }
        }
    }

    /// The undercloud's control nodes, `undercloud-0` first. The seed deploys the first
    /// ``UndercloudPlan/fromSeed`` of them.
    public var undercloudServers: [PlannedServer] {
        (0..<max(undercloud.controlNodes, 0)).map { index in
            PlannedServer(
                role: Self.undercloudRole,
                index: index,
                flavor: undercloud.flavor,
                image: undercloud.image
            )
        }
    }

    /// The conductor group of one of the undercloud's control nodes.
    public func conductorGroup(of server: ServerName) -> ConductorGroup {
        let groups = undercloud.conductorGroups
        let index = undercloudServers.firstIndex { $0.name == server }
        guard let index, groups.indices.contains(index) else { return .standard }
        return groups[index]
    }

    /// The flavor of that name, nil if the plan has none.
    public func flavor(named name: FlavorName) -> Flavor? {
        flavors.first { $0.name == name }
    }

    /// The role the undercloud's own machines have; no role of the overcloud may be called so.
    public static let undercloudRole: RoleName = "undercloud"
}
