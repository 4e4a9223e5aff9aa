public import Hardware

/// What a flavor is called.
public struct FlavorName: Name {
    public let text: String
    public init(_ text: String) { self.text = text }
}
