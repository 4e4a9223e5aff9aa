/// Electrical power, in watts.
public struct Watts: Sendable, Hashable, Codable {
    public let watts: Double
    public init(_ watts: Double) { self.watts = watts }
}
