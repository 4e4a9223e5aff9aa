/// The kind of machine a node is counted as, such as `baremetal.gold` (Ironic's `resource_class`).
public struct ResourceClass: Name {
    public let text: String
    public init(_ text: String) { self.text = text }
}
