/// Ids of one kind, in order: from `lower` on, and below `upper` where there is one.
public struct DocumentRange: Sendable, Hashable {
    public let lower: String
    public let upper: String?

    public init(from lower: String, upTo upper: String? = nil) {
        self.lower = lower
        self.upper = upper
    }

    public static let all = DocumentRange(from: "")

    public func contains(_ id: String) -> Bool {
        guard !id.utf8.lexicographicallyPrecedes(lower.utf8) else { return false }
        return upper.map { id.utf8.lexicographicallyPrecedes($0.utf8) } ?? true
    }
}
