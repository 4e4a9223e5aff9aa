public import Plans

/// One server that needs a machine.
public struct PlacementRequest: Sendable, Hashable, Codable {
    public let server: ServerName
    public let role: RoleName
    public let flavor: Flavor

    public init(server: ServerName, role: RoleName, flavor: Flavor) {
        self.server = server
        self.role = role
        self.flavor = flavor
    }
}
