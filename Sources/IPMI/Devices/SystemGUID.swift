/// What a controller and its machine are known by (IPMI 2.0, section 20.8).
public struct SystemGUID: Sendable, Hashable {
    private let high: UInt64
    private let low: UInt64

    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Sixteen bytes as on the wire.
    var bytes: [UInt8] { [UInt8](little: low) + [UInt8](little: high) }
}
