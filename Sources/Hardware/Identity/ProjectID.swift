/// A project of the identity service, which may own a machine or borrow it.
public struct ProjectID: Name {
    public let text: String
    public init(_ text: String) { self.text = text }
}
