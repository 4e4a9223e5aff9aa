/// The limits of one sensor, in its own unit (IPMI's six thresholds); nil where it has none.
///
/// Lower limits fall towards non-recoverable, upper ones rise.
public struct SensorThresholds: Sendable, Hashable, Codable {
    public var lowerNonRecoverable: Double?
    public var lowerCritical: Double?
    public var lowerNonCritical: Double?
    public var upperNonCritical: Double?
    public var upperCritical: Double?
    public var upperNonRecoverable: Double?
    /// How far a value must come back over a limit before its state ends. Keeps a value that
    /// wavers about a limit from filling the event log.
    public var hysteresis: Double

    public init(
        lowerNonRecoverable: Double? = nil, lowerCritical: Double? = nil,
        lowerNonCritical: Double? = nil, upperNonCritical: Double? = nil,
        upperCritical: Double? = nil, upperNonRecoverable: Double? = nil, hysteresis: Double = 0
    ) {
        self.lowerNonRecoverable = lowerNonRecoverable
        self.lowerCritical = lowerCritical
        self.lowerNonCritical = lowerNonCritical
        self.upperNonCritical = upperNonCritical
        self.upperCritical = upperCritical
        self.upperNonRecoverable = upperNonRecoverable
        self.hysteresis = hysteresis
    }

    /// The state of a sensor that shows `value` and was in the state `previous`.
    ///
    /// A state begins at its limit, and ends only once the value is back by the hysteresis.
    public func state(of value: Double, after previous: SensorState = .ok) -> SensorState {
        let begun = state(of: value)
        guard begun.severity < previous.severity else { return begun }
        let margin = previous.isUpper ? hysteresis : -hysteresis
        let lasting = state(of: value + margin)
        return lasting.severity < previous.severity || lasting.isUpper != previous.isUpper
            ? begun : previous
    }

    private func state(of value: Double) -> SensorState {
        if let limit = upperNonRecoverable, value >= limit { return .upperNonRecoverable }
        if let limit = lowerNonRecoverable, value <= limit { return .lowerNonRecoverable }
        if let limit = upperCritical, value >= limit { return .upperCritical }
        if let limit = lowerCritical, value <= limit { return .lowerCritical }
        if let limit = upperNonCritical, value >= limit { return .upperNonCritical }
        if let limit = lowerNonCritical, value <= limit { return .lowerNonCritical }
        return .ok
    }
}
