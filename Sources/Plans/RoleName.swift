public import Hardware

/// What a role is called: `controller`, `compute`.
public struct RoleName: Name {
    public let text: String
    public init(_ text: String) { self.text = text }
}
