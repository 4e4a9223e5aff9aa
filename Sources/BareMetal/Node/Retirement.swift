/// A node that is to leave: once cleaned, it does not enter the pool again (Ironic's `retired`).
public struct Retirement: Sendable, Hashable, Codable {
    public let reason: String?

    public init(reason: String?) { self.reason = reason }
}
