public import Hardware

/// What is promised of a service.
public struct ServiceLevel: Sendable, Hashable {
    /// The part of requests that are served.
    public let served: Ratio
    /// The longest time without a served request while some ask.
    public let longestOutage: Duration?

    public init(served: Ratio, longestOutage: Duration? = nil) {
        self.served = served
        self.longestOutage = longestOutage
    }
}
