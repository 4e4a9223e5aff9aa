public import Hardware
public import World

/// A deployment of a partition image, as an agent is told of it.
public struct PartitionWrite: Codable, Sendable, Hashable {
    public let image: ImageReference
    /// Who serves the image, the best first.
    public let servers: [HostAddress]
    public let root: RootDeviceChoice
    public let layout: PartitionLayout
    public let ephemeral: EphemeralPartition

    public init(
        _ image: ImageReference, from servers: [HostAddress], onto root: RootDeviceChoice,
        layout: PartitionLayout, ephemeral: EphemeralPartition
    ) {
        self.image = image
        self.servers = servers
        self.root = root
        self.layout = layout
        self.ephemeral = ephemeral
    }
}
