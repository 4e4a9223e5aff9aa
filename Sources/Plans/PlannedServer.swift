public import Hardware

/// One server the plan asks for.
public struct PlannedServer: Sendable, Hashable, Codable {
    public let name: ServerName
    public let role: RoleName
    /// Its number within the role, from 0.
    public let index: Int
    public let flavor: FlavorName
    public let image: ImageName

    init(role: RoleName, index: Int, flavor: FlavorName, image: ImageName) {
        name = ServerName("\(role.text.lowercased())-\(index)")
        self.role = role
        self.index = index
        self.flavor = flavor
        self.image = image
    }
}
