public import Hardware

/// How well datagrams get to a controller and back.
public struct LineCondition: Sendable, Hashable {
    /// Nothing gets through.
    public var isCut = false
    /// The share of the datagrams that is lost, each way.
    public var loss = Ratio(0)
    /// How long each answer takes.
    public var delay: Duration = .zero

    public init() {}

    static let good = LineCondition()
}
