public import Hardware

/// A checker, by the property it guards.
public struct CheckerName: Name {
    public let text: String
    public init(_ text: String) { self.text = text }
}
