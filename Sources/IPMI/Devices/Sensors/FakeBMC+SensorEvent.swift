import Hardware

/// Sensors and events (IPMI 2.0, chapters 29, 30 and 35).
extension FakeBMC {
    mutating func answerSensorEvent(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        switch call.command.number {
        case 0x00:
            _ = try call.bytes(2)
            return []
        case 0x01: return try answerEmpty(call, [IPMIMessage.controllerAddress, 0])
        case 0x02: return try platformEvent(call)
        case 0x10...0x15: return try answerFilters(call)
        case 0x20: return try deviceRecordInfo(call)
        case 0x21: return try sensorRecord(call, of: deviceRecords)
        case 0x22:
            try call.empty()
            return [UInt8](little: deviceRecords.reserve())
        case 0x2D: return try sensorReading(call)
        case 0x23...0x2B, 0x2E, 0x2F: return try answerSensor(call)
        default: throw .invalidCommand
        }
    }

    private mutating func answerSensor(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(1...)
        let place = try sensorPlace(data[0])
        switch call.command.number {
        case 0x23: return try readingFactors(call, place)
        case 0x24: return try setHysteresis(call, place)
        case 0x25:
            _ = try call.bytes(2)
            return try settings(place).hysteresis
        case 0x26: return try setThresholds(call, place)
        case 0x27:
            _ = try call.bytes(1)
            let settings = try settings(place)
            return [settings.thresholdMask] + settings.thresholds
        case 0x28: return try setEventEnable(call, place)
        case 0x29: return try eventEnable(call, place)
        case 0x2A: return try rearm(call, place)
        case 0x2B: return try eventStatus(call, place)
        case 0x2E:
            _ = try call.bytes(3)
            throw .illegalForRecord
        default: return try sensorType(call, place)
        }
    }

    /// A sensor by its number: one with figures, or a discrete one.
    private enum Place {
        case figure(Int)
        case discrete(DiscreteSensor)
    }

    private func sensorPlace(_ number: UInt8) throws(CompletionCode) -> Place {
        if let sensor = DiscreteSensor(rawValue: number) { return .discrete(sensor) }
        guard number > 0, Int(number) <= sensors.count else { throw .notPresent }
        return .figure(Int(number) - 1)
    }

    /// What only sensors with figures have.
    private func settings(_ place: Place) throws(CompletionCode) -> SensorSettings {
        guard case .figure(let index) = place else { throw .illegalForRecord }
        return sensors[index]
    }

    private mutating func sensorReading(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        switch try sensorPlace(try call.bytes(1)[0]) {
        case .discrete(let sensor): return discreteReading(sensor)
        case .figure(let index):
            let flags = sensors[index].flags
            guard flags & 0x40 != 0, let byte = measure(index, at: call.now) else {
                return [0, flags | 0x20, 0xC0]
            }
            return [byte, flags, sensors[index].passed | 0xC0]
        }
    }

    /// Reads a sensor, and logs what its figure begins or ends.
    private mutating func measure(_ index: Int, at now: Duration) -> UInt8? {
        guard let figure = host.reading(ofSensor: index) else { return nil }
        let byte = profile.sensors[index].scale.byte(figure)
        let settings = sensors[index]
        let passed = settings.limitsPassed(by: byte)
        guard passed != settings.passed else { return byte }
        sensors[index].passed = passed
        guard settings.flags & 0x80 != 0 else { return byte }
        for limit in 0..<6 {
            let bit: UInt8 = 1 << UInt8(limit)
            guard (passed ^ settings.passed) & bit != 0 else { continue }
            let begins = passed & bit != 0
            let offset = SensorSettings.offset(limit)
            let enabled = begins ? settings.assertions : settings.deassertions
            guard enabled & 1 << UInt16(offset) != 0 else { continue }
            let event = [0x50 | offset, byte, settings.thresholds[limit]]
            log(
                settings.type, profile.sensors[index].number,
                SensorSettings.thresholdEventType | (begins ? 0 : 0x80), event, at: now)
        }
        return byte
    }

    private func discreteReading(_ sensor: DiscreteSensor) -> [UInt8] {
        let state: UInt16 =
            switch sensor {
            case .powerState: host.powerState == .on ? 0x0001 : 0x0020
            case .watchdog: watchdog.expired == 0 ? 0 : 0x0001
            case .eventLog: EventRecord.state(of: host.eventLog)
            }
        return [0, 0xC0] + [UInt8](little: state | 0x8000)
    }

    private func readingFactors(
        _ call: CommandCall, _ place: Place
    ) throws(CompletionCode) -> [UInt8] {
        _ = try call.bytes(2)
        guard case .figure(let index) = place else { throw .illegalForRecord }
        let scale = profile.sensors[index].scale
        return [
            0, UInt8(truncatingIfNeeded: scale.multiplier),
            SensorRecord.highBits(scale.multiplier), UInt8(truncatingIfNeeded: scale.offset),
            SensorRecord.highBits(scale.offset), 0, SensorRecord.exponents(scale),
        ]
    }

    private mutating func setHysteresis(
        _ call: CommandCall, _ place: Place
    ) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(4)
        guard case .figure(let index) = place, sensors[index].thresholdMask != 0 else {
            throw .illegalForRecord
        }
        sensors[index].hysteresis = [data[2], data[3]]
        return []
    }

    private mutating func setThresholds(
        _ call: CommandCall, _ place: Place
    ) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(8)
        guard case .figure(let index) = place, sensors[index].thresholdMask != 0 else {
            throw .illegalForRecord
        }
        // Only limits that the sensor has can be set.
        guard data[1] & ~sensors[index].thresholdMask == 0 else { throw .invalidField }
        for limit in 0..<6 where data[1] & 1 << UInt8(limit) != 0 {
            sensors[index].thresholds[limit] = data[2 + limit]
        }
        _ = measure(index, at: call.now)
        return []
    }

    private mutating func setEventEnable(
        _ call: CommandCall, _ place: Place
    ) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(2...6)
        guard case .figure(let index) = place else { return [] }
        sensors[index].flags = data[1] & 0xC0
        func mask(_ at: Int) -> UInt16 {
            let low = data.count > at ? UInt16(data[at]) : 0
            return low | (data.count > at + 1 ? UInt16(data[at + 1]) << 8 : 0)
        }
        switch data[1] >> 4 & 0x03 {
        case 1:
            sensors[index].assertions |= mask(2)
            sensors[index].deassertions |= mask(4)
        case 2:
            sensors[index].assertions &= ~mask(2)
            sensors[index].deassertions &= ~mask(4)
        default: break
        }
        return []
    }

    private func eventEnable(
        _ call: CommandCall, _ place: Place
    ) throws(CompletionCode) -> [UInt8] {
        _ = try call.bytes(1)
        switch place {
        case .figure(let index):
            return [sensors[index].flags] + [UInt8](little: sensors[index].assertions)
                + [UInt8](little: sensors[index].deassertions)
        case .discrete(let sensor): return [0xC0] + [UInt8](little: sensor.mask) + [0, 0]
        }
    }

    private mutating func rearm(
        _ call: CommandCall, _ place: Place
    ) throws(CompletionCode) -> [UInt8] {
        _ = try call.bytes(2...6)
        if case .figure(let index) = place { sensors[index].passed = 0 }
        return []
    }

    private mutating func eventStatus(
        _ call: CommandCall, _ place: Place
    ) throws(CompletionCode) -> [UInt8] {
        _ = try call.bytes(1)
        switch place {
        case .figure(let index):
            let isRead = measure(index, at: call.now) != nil
            let events = SensorSettings.events(sensors[index].passed)
            return [sensors[index].flags | (isRead ? 0 : 0x20)] + [UInt8](little: events) + [0, 0]
        case .discrete(let sensor):
            return [0xC0] + discreteReading(sensor)[2...].map { $0 & 0x7F } + [0, 0]
        }
    }

    private func sensorType(
        _ call: CommandCall, _ place: Place
    ) throws(CompletionCode) -> [UInt8] {
        _ = try call.bytes(1)
        switch place {
        case .figure(let index): return [sensors[index].type, sensors[index].eventType]
        case .discrete(let sensor): return [sensor.type, DiscreteSensor.eventType]
        }
    }

    /// The sensors' number, or that of the records with them (section 35.2).
    private func deviceRecordInfo(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(0...1)
        let asksForRecords = data.first.map { $0 & 1 != 0 } ?? false
        let count =
            asksForRecords
            ? deviceRecords.records.count : sensors.count + DiscreteSensor.allCases.count
        return [UInt8(clamping: count), 0x01]
    }

    private mutating func platformEvent(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(5...8)
        // From the main board's side the sender comes first; from the network it is known.
        let hasSender = data.count == 8
        let event = hasSender ? Array(data.dropFirst()) : data
        guard event.count <= 7 else { throw .requestLength }
        let padded = event + [UInt8](repeating: 0xFF, count: 7 - event.count)
        let sender = hasSender ? data[0] : IPMIMessage.consoleAddress
        guard add(Self.record(of: sender, padded), at: call.now) != nil else { throw .outOfSpace }
        return []
    }

    /// Logs an event of the controller's own.
    mutating func log(
        _ type: UInt8, _ number: UInt8, _ kind: UInt8, _ event: [UInt8], at now: Duration
    ) {
        let body = [0x04, type, number, kind] + event
        _ = add(Self.record(of: IPMIMessage.controllerAddress, body), at: now)
    }

    /// - Parameter body: from the format's revision to the third byte of data.
    private static func record(of sender: UInt8, _ body: [UInt8]) -> [UInt8] {
        [0, 0, EventRecord.systemEvent, 0, 0, 0, 0, sender, 0] + body
    }

    mutating func log(_ sensor: DiscreteSensor, _ event: [UInt8], at now: Duration) {
        log(sensor.type, sensor.rawValue, DiscreteSensor.eventType, event, at: now)
    }
}
