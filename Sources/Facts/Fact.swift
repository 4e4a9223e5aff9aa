/// One thing found out about a machine, in the form of the `hardware` tool: four texts, such as
/// `("disk", "sda", "size", "299")`.
public struct Fact: Sendable, Hashable, Codable {
    /// What it is about, such as `cpu`, `disk`, `memory`, `network`, `system`, `firmware`.
    public let kind: String
    /// Which one of these, such as `sda` or `logical_0`.
    public let id: String
    /// What of it, such as `size` or `standalone_read_1M_KBps`.
    public let key: String
    public let value: String

    public init(_ kind: String, _ id: String, _ key: String, _ value: String) {
        self.kind = kind
        self.id = id
        self.key = key
        self.value = value
    }
}

extension Fact: Comparable {
    public static func < (left: Fact, right: Fact) -> Bool {
        (left.kind, left.id, left.key, left.value) < (right.kind, right.id, right.key, right.value)
    }
}

extension Fact: CustomStringConvertible {
    public var description: String { "(\(kind), \(id), \(key), \(value))" }
}
