/// A temperature, in degrees Celsius.
public struct Celsius: Sendable, Hashable, Codable {
    public let degrees: Double
    public init(_ degrees: Double) { self.degrees = degrees }
}
