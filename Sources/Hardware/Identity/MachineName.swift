/// What people call one physical machine: the label on its front.
public struct MachineName: Name {
    public let text: String
    public init(_ text: String) { self.text = text }
}
