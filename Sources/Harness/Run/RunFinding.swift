/// Why a world cannot go on: a deadlock, a bound that was hit.
public struct RunFinding: Sendable, Hashable, Codable {
    /// The sort of finding: `deadlock`, `jobs-per-instant`, `virtual-time`, `memory`.
    public let name: String
    public let description: String

    public init(name: String, description: String) {
        self.name = name
        self.description = description
    }
}
