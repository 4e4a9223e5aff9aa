public import Hardware

/// One role of the overcloud: how many servers, on what machines, with which image.
public struct RolePlan: Sendable, Hashable, Codable {
    public let name: RoleName
    public let count: Int
    public let flavor: FlavorName
    public let image: ImageName

    public init(name: RoleName, count: Int, flavor: FlavorName, image: ImageName) {
        self.name = name
        self.count = count
        self.flavor = flavor
        self.image = image
    }
}
