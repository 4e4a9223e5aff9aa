import Hardware

/// What a controller keeps of one sensor: limits, event masks and the state it was last in, in
/// the sensor's own bytes.
struct SensorSettings: Sendable, Hashable {
    /// Lower non-critical, critical and non-recoverable, then the upper ones in that order: the
    /// order of Get Sensor Thresholds.
    var thresholds: [UInt8]
    /// Which of them there are, a bit each.
    let thresholdMask: UInt8
    /// Positive-going and negative-going.
    var hysteresis: [UInt8]
    /// Which events are logged when they begin, and when they end.
    var assertions: UInt16
    var deassertions: UInt16
    /// Event messages and scanning, as in Set Sensor Event Enable.
    var flags: UInt8 = 0xC0
    /// Which limits are passed, a bit each as in ``thresholdMask``.
    var passed: UInt8 = 0
    /// The sensor's type, which can be changed.
    var type: UInt8
    var eventType: UInt8

    static let thresholdEventType: UInt8 = 0x01

    init(_ sensor: SensorDefinition) {
        let limits = sensor.thresholds
        let values = [
            limits?.lowerNonCritical, limits?.lowerCritical, limits?.lowerNonRecoverable,
            limits?.upperNonCritical, limits?.upperCritical, limits?.upperNonRecoverable,
        ]
        thresholds = values.map { $0.map(sensor.scale.byte) ?? 0 }
        thresholdMask = values.indices.reduce(0) { $0 | (values[$1] == nil ? 0 : 1 << UInt8($1)) }
        let steps = limits.map { sensor.scale.steps($0.hysteresis) } ?? 0
        hysteresis = [steps, steps]
        assertions = Self.events(thresholdMask)
        deassertions = assertions
        type = sensor.type
        eventType = Self.thresholdEventType
    }

    /// The events of going beyond each limit: lower ones going low, upper ones going high.
    static func events(_ mask: UInt8) -> UInt16 {
        (0..<6).reduce(0) { mask & 1 << UInt8($1) == 0 ? $0 : $0 | 1 << UInt16(offset($1)) }
    }

    /// The event offset (table 42-2) of going beyond the limit of this place.
    static func offset(_ place: Int) -> UInt8 { UInt8(place * 2 + (place < 3 ? 0 : 1)) }

    /// In the order of a full record: upper non-recoverable down to lower non-critical.
    var recordThresholds: [UInt8] {
        [
            thresholds[5], thresholds[4], thresholds[3], thresholds[2], thresholds[1],
            thresholds[0],
        ]
    }

    /// Which limits a byte lies beyond, where ``passed`` were passed before: a state ends only
    /// once the byte is back by the hysteresis.
    func limitsPassed(by byte: UInt8) -> UInt8 {
        var mask: UInt8 = 0
        for place in 0..<6 where thresholdMask & 1 << UInt8(place) != 0 {
            let wasPassed = passed & 1 << UInt8(place) != 0
            let limit = Int(thresholds[place])
            // Positive-going hysteresis holds a lower limit's state, negative-going an upper one's.
            let margin = wasPassed ? Int(hysteresis[place < 3 ? 1 : 0]) : 0
            let isBeyond =
                place < 3 ? Int(byte) <= limit + margin : Int(byte) >= limit - margin
            if isBeyond { mask |= 1 << UInt8(place) }
        }
        return mask
    }
}
