import Hardware

/// A system event as a record of 16 bytes (IPMI 2.0, section 32.1).
enum EventRecord {
    static let length = 16
    static let systemEvent: UInt8 = 0x02
    /// Types from this one on have no time of their own.
    static let firstTimeless: UInt8 = 0xE0
    private static let thresholdType: UInt8 = 0x01
    private static let released: UInt8 = 0x80
    private static let formatRevision: UInt8 = 0x04

    static func bytes(of entry: SystemEventLog.Entry) -> [UInt8] {
        var bytes = [UInt8](little: entry.number)
        if case .record(let record) = entry.event.kind {
            bytes.append(record[2])
            let isTimeless = record[2] >= firstTimeless
            bytes += isTimeless ? Array(record[3..<7]) : time(entry)
            return bytes + record[7...]
        }
        bytes.append(systemEvent)
        bytes += time(entry)
        bytes += [IPMIMessage.controllerAddress, 0, formatRevision]
        return bytes + body(of: entry.event.kind)
    }

    /// What the log's own sensor shows: offset 4 for a full one, 2 for one that was cleared.
    static func state(of log: SystemEventLog) -> UInt16 {
        if log.isFull { return 0x0010 }
        return log.entries.isEmpty ? 0x0004 : 0
    }

    private static func time(_ entry: SystemEventLog.Entry) -> [UInt8] {
        [UInt8](little: seconds(entry.time))
    }

    static func seconds(_ time: Duration) -> UInt32 { UInt32(clamping: time.components.seconds) }

    /// Sensor type, sensor number, event type, and three bytes of data (tables 42-1 to 42-3). What
    /// no sensor is there for carries the number zero.
    private static func body(of kind: SystemEvent.Kind) -> [UInt8] {
        let specific = DiscreteSensor.eventType
        let power = DiscreteSensor.powerState
        let (type, number, event, offset): (UInt8, UInt8, UInt8, UInt8) =
            switch kind {
            case .powerOn: (power.type, power.rawValue, specific, 0x00)
            case .powerOff: (power.type, power.rawValue, specific, 0x05)
            case .powerSupplyLost: (0x08, 0, specific, 0x03)
            case .throttled: (0x07, 0, specific, 0x0A)
            case .thermalTrip: (0x07, 0, specific, 0x01)
            case .memoryError: (0x0C, 0, specific, 0x00)
            case .driveFault: (0x0D, 0, specific, 0x01)
            case .bootFailed: (0x1E, 0, specific, 0x00)
            case .selfTestFailed: (0x0F, 0, specific, 0x00)
            case .systemStopped: (0x20, 0, specific, 0x01)
            case .diagnosticInterrupt: (0x13, 0, specific, 0x00)
            case .controllerRestarted: (0x28, 0, specific, 0x02)
            case .threshold(let value, let state): crossing(value, state)
            case .other, .record: (0x12, 0, specific, 0x01)
            }
        return [type, number, event, offset, 0xFF, 0xFF]
    }

    /// Threshold events come in pairs, going low and going high; back within all of them, the
    /// first is over.
    private static func crossing(
        _ value: SensorReading.Value, _ state: SensorState
    ) -> (UInt8, UInt8, UInt8, UInt8) {
        let type: UInt8 =
            switch value {
            case .temperature: 0x01
            case .voltage: 0x02
            case .revolutionsPerMinute: 0x04
            case .power, .unavailable: 0x0B
            }
        let isOver = state == .ok
        let pair = (state.isUpper || isOver ? 3 : 0) + max(state.severity - 1, 0)
        let offset = UInt8(pair * 2) + (state.isUpper || isOver ? 1 : 0)
        return (type, 0, thresholdType | (isOver ? released : 0), offset)
    }
}
