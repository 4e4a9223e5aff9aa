import Hardware

/// A system event as a record of 16 bytes (IPMI 2.0, section 32.1).
enum EventRecord {
    static let length = 16
    static let systemEvent: UInt8 = 0x02
    /// Types from this one on have no time of their own.
    static let firstTimeless: UInt8 = 0xE0
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
            case .other, .record: (0x12, 0, specific, 0x01)
            }
        return [type, number, event, offset, 0xFF, 0xFF]
    }
}
