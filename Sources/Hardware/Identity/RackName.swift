/// The rack a machine stands in.
public struct RackName: Name {
    public let text: String
    public init(_ text: String) { self.text = text }
}
