import Hardware

/// One sensor with a figure, as its record in the repository describes it.
public struct SensorDefinition: Sendable, Hashable {
    public let name: String
    /// What it is addressed by.
    let number: UInt8
    /// Table 42-3.
    let type: UInt8
    /// Table 43-15.
    let unit: UInt8
    /// What part of the machine it sits on (table 43-13), and which of them.
    let entity: UInt8
    let instance: UInt8
    let scale: SensorScale
    let thresholds: SensorThresholds?
    /// A usual figure; nil where none was given.
    let nominal: Double?

    /// - Parameter place: its place among the sensors; numbers begin at 1.
    init(_ reading: SensorReading, at place: Int) {
        precondition(place < 200, "A controller numbers fewer than 200 sensors with figures.")
        name = String(reading.name.prefix(16))
        number = UInt8(place + 1)
        instance = UInt8(place + 1)
        thresholds = reading.thresholds
        nominal = reading.value.figure
        switch reading.value {
        case .temperature:
            (type, unit) = (0x01, 1)
            entity = reading.name.hasPrefix("Inlet") ? 0x40 : 0x41
            scale = SensorScale(multiplier: 1)
        case .voltage(let volts):
            (type, unit, entity) = (0x02, 4, reading.name.contains("Battery") ? 0x28 : 0x14)
            let step = (volts.volts * 1000 / Self.usualByte).rounded()
            scale = SensorScale(
                multiplier: min(max(Int(step), 1), 511), resultExponent: -3)
        case .revolutionsPerMinute:
            (type, unit, entity) = (0x04, 18, 0x1D)
            scale = SensorScale(multiplier: 75)
        case .power:
            (type, unit, entity) = (0x0B, 6, 0x13)
            scale = SensorScale(multiplier: 4)
        case .unavailable:
            (type, unit, entity) = (0x0B, 0, 0x07)
            scale = SensorScale(multiplier: 1)
        }
    }

    /// Where a voltage's usual figure lies in the byte's range: some room above it.
    private static let usualByte = 190.0

    /// Whether it is powered while the machine is off.
    var isStandby: Bool { entity == 0x40 || entity == 0x28 || type == 0x0B }
}
