public import Hardware
public import World

/// A host that keeps the images and serves them.
public struct ImageServer: Sendable, Hashable {
    public let host: HostAddress
    /// Where it stands; nil where nobody has said.
    public let rack: RackName?

    public init(host: HostAddress, rack: RackName?) {
        self.host = host
        self.rack = rack
    }
}
