public import Hardware

/// A sensor that a service shows: what it is, and whether it works while the machine is off.
public struct RedfishSensor: Sendable, Hashable {
    /// Its name, thresholds, and a usual figure.
    public let reading: SensorReading
    /// Whether it has a figure on standby power, as inlet temperatures do.
    public let isStandby: Bool

    public init(_ reading: SensorReading, isStandby: Bool = false) {
        self.reading = reading
        self.isStandby = isStandby
    }

    /// Its name as part of an address.
    var id: String { String(reading.name.map { $0.isLetter || $0.isNumber ? $0 : "_" }) }
}
