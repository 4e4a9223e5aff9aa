import Hardware

/// A sensor as a controller's repository describes it, read from a full record (IPMI 2.0, section
/// 43.1).
struct ReceivedSensor: Sendable, Hashable {
    let name: String
    let number: UInt8
    /// A unit that has a name here.
    let unit: Unit
    let scale: SensorScale
    /// Table 43-1, byte 24: zero for a sensor whose figures are a straight line.
    let linearization: UInt8
    let thresholds: SensorThresholds?

    enum Unit: Sendable, Hashable {
        case celsius, fahrenheit, kelvin, volts, watts, revolutionsPerMinute

        /// Table 43-15.
        init?(code: UInt8) {
            switch code {
            case 1: self = .celsius
            case 2: self = .fahrenheit
            case 3: self = .kelvin
            case 4: self = .volts
            case 6: self = .watts
            case 18: self = .revolutionsPerMinute
            default: return nil
            }
        }
    }

    /// Bytes up to the name.
    private static let shortest = 48

    /// - Parameter record: the whole record. Nil for one that is no sensor with a figure, or one
    ///   whose unit has no name here.
    init?(_ record: [UInt8]) {
        guard record.count >= Self.shortest, record[3] == SensorRecord.full,
            record[13] == SensorSettings.thresholdEventType, record[20] >> 6 != 3,
            let unit = Unit(code: record[21]), record[21 + 1] == 0
        else { return nil }
        number = record[7]
        self.unit = unit
        linearization = record[23] & 0x7F
        scale = SensorScale(
            multiplier: Self.signed(Int(record[24]) | Int(record[25] & 0xC0) << 2, bits: 10),
            offset: Self.signed(Int(record[26]) | Int(record[27] & 0xC0) << 2, bits: 10),
            offsetExponent: Self.signed(Int(record[29] & 0x0F), bits: 4),
            resultExponent: Self.signed(Int(record[29] >> 4), bits: 4),
            isSigned: record[20] >> 6 == 2)
        let length = Int(record[47] & 0x1F)
        name = String(decoding: record[48...].prefix(length).filter { $0 != 0 }, as: UTF8.self)
        thresholds = Self.thresholds(record, scale, unit)
    }

    private static func signed(_ number: Int, bits: Int) -> Int {
        number >= 1 << (bits - 1) ? number - 1 << bits : number
    }

    /// The limits, in the order of the record from byte 36 on, where its mask says they can be
    /// read.
    private static func thresholds(
        _ record: [UInt8], _ scale: SensorScale, _ unit: Unit
    ) -> SensorThresholds? {
        let mask = record[18] & 0x3F
        guard mask != 0 else { return nil }
        func limit(_ bit: UInt8, _ place: Int) -> Double? {
            mask & 1 << bit == 0 ? nil : unit.inOurUnit(scale.figure(record[place]))
        }
        return SensorThresholds(
            lowerNonRecoverable: limit(2, 39), lowerCritical: limit(1, 40),
            lowerNonCritical: limit(0, 41), upperNonCritical: limit(3, 38),
            upperCritical: limit(4, 37), upperNonRecoverable: limit(5, 36),
            hysteresis: abs(scale.figure(record[42]) - scale.figure(0)))
    }

    /// The sensor's answer to Get Sensor Reading as a reading.
    func reading(_ answer: [UInt8]) -> SensorReading {
        let isRead = answer.count >= 2 && answer[1] & 0x20 == 0 && answer[1] & 0x40 != 0
        guard isRead, let figure = linear(scale.figure(answer[0])) else {
            return SensorReading(name: name, value: .unavailable, thresholds: thresholds)
        }
        let state = answer.count >= 3 ? Self.state(answer[2] & 0x3F) : .ok
        return SensorReading(
            name: name, value: unit.value(figure), thresholds: thresholds, state: state)
    }

    /// What the straight line's figure stands for; nil for a curve that needs more than products.
    private func linear(_ figure: Double) -> Double? {
        switch linearization {
        case 0: figure
        case 7: figure == 0 ? nil : 1 / figure
        case 8: figure * figure
        case 9: figure * figure * figure
        case 10: figure < 0 ? nil : figure.squareRoot()
        default: nil
        }
    }

    /// The worst of the limits that are passed; bits as in Get Sensor Reading.
    private static func state(_ passed: UInt8) -> SensorState {
        if passed & 0x20 != 0 { return .upperNonRecoverable }
        if passed & 0x04 != 0 { return .lowerNonRecoverable }
        if passed & 0x10 != 0 { return .upperCritical }
        if passed & 0x02 != 0 { return .lowerCritical }
        if passed & 0x08 != 0 { return .upperNonCritical }
        if passed & 0x01 != 0 { return .lowerNonCritical }
        return .ok
    }
}

extension ReceivedSensor.Unit {
    func inOurUnit(_ figure: Double) -> Double {
        switch self {
        case .fahrenheit: (figure - 32) / 1.8
        case .kelvin: figure - 273.15
        case .celsius, .volts, .watts, .revolutionsPerMinute: figure
        }
    }

    func value(_ figure: Double) -> SensorReading.Value {
        switch self {
        case .celsius, .fahrenheit, .kelvin: .temperature(Celsius(inOurUnit(figure)))
        case .volts: .voltage(Volts(figure))
        case .watts: .power(Watts(figure))
        case .revolutionsPerMinute:
            .revolutionsPerMinute(Int(min(max(figure.rounded(), 0), 1_000_000)))
        }
    }
}
