public import Hardware

/// A family of documents of one type: `node`, `lease`.
public struct DocumentKind: Name {
    public let text: String
    public init(_ text: String) { self.text = text }
}
