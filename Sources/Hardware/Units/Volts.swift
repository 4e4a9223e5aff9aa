/// An electric potential, in volts.
public struct Volts: Sendable, Hashable, Codable {
    public let volts: Double
    public init(_ volts: Double) { self.volts = volts }
}
