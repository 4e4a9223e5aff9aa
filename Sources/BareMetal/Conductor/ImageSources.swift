public import World

/// What the bare-metal service asks of the image service: whom a machine fetches its image from.
public protocol ImageSources: Sendable {
    /// The hosts that serve images now, in the order in which a node's machine is to try them. None
    /// where nobody has looked yet.
    func servers(for node: Node) async -> [HostAddress]
}
