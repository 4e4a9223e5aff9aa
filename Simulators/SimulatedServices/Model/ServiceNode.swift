public import Hardware

/// A host that runs an instance of a service, by its name among its peers.
public struct ServiceNode: Name {
    public let text: String

    public init(_ text: String) { self.text = text }
}
