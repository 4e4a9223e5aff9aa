/// A node that may be neither rebuilt nor undeployed (Ironic's `protected`).
public struct Protection: Sendable, Hashable, Codable {
    public let reason: String?

    public init(reason: String?) { self.reason = reason }
}
