public import Hardware

/// What a machine that can carry a server is known by: its node's identifier.
public struct HostID: Name {
    public let text: String
    public init(_ text: String) { self.text = text }
}
