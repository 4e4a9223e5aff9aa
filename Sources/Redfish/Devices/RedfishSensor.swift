public import Hardware

/// A sensor that a service shows: what it is, and whether it works while the machine is off.
public struct RedfishSensor: Sendable, Hashable {
    /// Its name, thresholds, and a usual figure.
    public let reading: SensorReading
    public let supply: Supply

    /// What it works on.
    public enum Supply: Sendable, Hashable {
        /// It has a figure while the machine is on.
        case main
        /// It has one always, as inlet temperatures do.
        case standby
    }

    public init(_ reading: SensorReading, on supply: Supply = .main) {
        self.reading = reading
        self.supply = supply
    }

    /// Its name as part of an address.
    var id: String { String(reading.name.map { $0.isLetter || $0.isNumber ? $0 : "_" }) }
}
