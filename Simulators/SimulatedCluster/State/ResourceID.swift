public import Hardware

/// The identity of a resource in the cluster's configuration.
///
/// Instances of clones carry the clone's child's identity and a number (`galera:2`).
public struct ResourceID: Name {
    public let text: String
    public init(_ text: String) { self.text = text }

    /// Without an instance's number.
    public var base: ResourceID {
        guard let colon = text.lastIndex(of: ":"), colon != text.startIndex,
            text[text.index(after: colon)...].allSatisfy(\.isNumber)
        else { return self }
        return ResourceID(String(text[..<colon]))
    }
}
