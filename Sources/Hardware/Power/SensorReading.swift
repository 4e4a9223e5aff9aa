/// One sensor's last reading.
public struct SensorReading: Sendable, Hashable, Codable {
    public enum Value: Sendable, Hashable, Codable {
        case temperature(Celsius)
        case power(Watts)
        case voltage(Volts)
        case revolutionsPerMinute(Int)
        /// The sensor is listed but has nothing to say, as most have while the power is off.
        case unavailable

        /// The figure in the sensor's own unit, as thresholds are given; nil where there is none.
        public var figure: Double? {
            switch self {
            case .temperature(let celsius): celsius.degrees
            case .power(let watts): watts.watts
            case .voltage(let volts): volts.volts
            case .revolutionsPerMinute(let revolutions): Double(revolutions)
            case .unavailable: nil
            }
        }
    }

    public let name: String
    public let value: Value
    /// Nil for a sensor that only tells.
    public let thresholds: SensorThresholds?
    public let state: SensorState

    public init(
        name: String, value: Value, thresholds: SensorThresholds? = nil, state: SensorState = .ok
    ) {
        self.name = name
        self.value = value
        self.thresholds = thresholds
        self.state = state
    }
}
