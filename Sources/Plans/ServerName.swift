public import Hardware

/// What one server of the cloud is called: its role and its number, as `controller-0`.
public struct ServerName: Name {
    public let text: String
    public init(_ text: String) { self.text = text }
}
