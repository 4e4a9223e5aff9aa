public import Hardware
public import World

/// What a node is deployed as.
public struct Instance: Sendable, Hashable, Codable {
    public let id: Identifier
    /// The server that owns the node, by name.
    public let owner: String
    public let image: ImageReference

    public init(id: Identifier, owner: String, image: ImageReference) {
        self.id = id
        self.owner = owner
        self.image = image
    }
}
