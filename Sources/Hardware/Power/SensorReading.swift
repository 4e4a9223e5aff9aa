/// One sensor's last reading.
public struct SensorReading: Sendable, Hashable, Codable {
    public enum Value: Sendable, Hashable, Codable {
        case temperature(Celsius)
        case power(Watts)
        case revolutionsPerMinute(Int)
        /// The sensor is listed but has nothing to say, as most have while the power is off.
        case unavailable
    }

    public let name: String
    public let value: Value

    public init(name: String, value: Value) {
        self.name = name
        self.value = value
    }
}
