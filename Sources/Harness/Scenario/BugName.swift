public import Hardware

/// A bug that can be planted on purpose.
public struct BugName: Name {
    public let text: String
    public init(_ text: String) { self.text = text }
}
