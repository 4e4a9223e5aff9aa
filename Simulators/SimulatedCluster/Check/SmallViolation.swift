/// What must never happen, and how it came about.
public struct SmallViolation: Sendable, Hashable, CustomStringConvertible {
    public enum Rule: String, Sendable, Hashable, CaseIterable {
        case activeTwice = "a resource is active on two nodes"
        case actsWithoutQuorum = "a node starts something for a partition without a majority"
        case actsAfterFence = "a node acts after it was fenced"
    }

    public let rule: Rule
    /// Every move from the cluster at rest.
    public let moves: [SmallMove]

    public var description: String {
        rule.rawValue + ": " + moves.map(\.description).joined(separator: "; ")
    }
}
