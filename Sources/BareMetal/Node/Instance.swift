public import Hardware
public import World

/// What a node is deployed as.
public struct Instance: Sendable, Hashable, Codable {
    public let id: Identifier
    /// The server that owns the node, by name.
    public let owner: String
    public var image: ImageReference
    /// How its disk is divided; nil where its image is a whole disk.
    public var layout: PartitionLayout?
    /// What the deployment does about the ephemeral partition; nil is ``EphemeralPartition/made``.
    public var ephemeral: EphemeralPartition?
    /// What the last rebuild was asked for by, as long as it is the last.
    public var rebuild: Identifier?
    /// The traits that were asked for, which choose deploy templates. The node may have more.
    public var traits: [Trait]
    /// The deploy steps that were asked for.
    public var steps: [RequestedStep]
    /// Its ends of networks, each attached to a port or portgroup of the node while it has it.
    public var vifs: [VIF]
    /// The network that those ends are in.
    public var vlan: VLAN

    public init(
        id: Identifier, owner: String, image: ImageReference, layout: PartitionLayout? = nil,
        traits: [Trait] = [], steps: [RequestedStep] = [], vifs: [VIF] = [],
        vlan: VLAN = .ctlplane
    ) {
        self.id = id
        self.owner = owner
        self.image = image
        self.layout = layout
        self.traits = traits
        self.steps = steps
        self.vifs = vifs
        self.vlan = vlan
    }
}
