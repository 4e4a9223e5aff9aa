/// Makes the records of the sensor repository (IPMI 2.0, chapter 43).
enum SensorRecord {
    static let headerLength = 5
    static let version: UInt8 = 0x51
    static let full: UInt8 = 0x01
    static let compact: UInt8 = 0x02

    /// What a controller's repository begins with: the sensors, then who carries them.
    static func repository(_ sensors: [SensorDefinition]) -> [[UInt8]] {
        var records = sensors.map { full($0) }
        records += DiscreteSensor.allCases.map { compact($0) }
        records.append(inventoryLocator("Builtin FRU"))
        records.append(controllerLocator("Updraft BMC"))
        for index in records.indices { number(&records[index], index + 1) }
        return records
    }

    /// Writes a record's number into it.
    static func number(_ record: inout [UInt8], _ number: Int) {
        record[0] = UInt8(truncatingIfNeeded: number)
        record[1] = UInt8(truncatingIfNeeded: number >> 8)
    }

    private static func header(_ type: UInt8, _ body: [UInt8]) -> [UInt8] {
        [0, 0, version, type, UInt8(body.count)] + body
    }

    private static func text(_ name: String) -> [UInt8] {
        let bytes = Array(name.utf8.prefix(16))
        return [0xC0 | UInt8(bytes.count)] + bytes
    }

    private static func full(_ sensor: SensorDefinition) -> [UInt8] {
        let settings = SensorSettings(sensor)
        let hasThresholds = settings.thresholdMask != 0
        let scale = sensor.scale
        var body: [UInt8] = [IPMIMessage.controllerAddress, 0, sensor.number]
        body += [sensor.entity, sensor.instance, 0x7F, hasThresholds ? 0x68 : 0x40]
        body += [sensor.type, SensorSettings.thresholdEventType]
        body.append(little: settings.assertions)
        body.append(little: settings.deassertions)
        body += [settings.thresholdMask, settings.thresholdMask]
        body += [scale.isSigned ? 0x80 : 0x00, sensor.unit, 0, 0]
        body += [UInt8(truncatingIfNeeded: scale.multiplier), highBits(scale.multiplier)]
        body += [UInt8(truncatingIfNeeded: scale.offset), highBits(scale.offset), 0]
        body.append(exponents(scale))
        let nominal = sensor.nominal.map { scale.byte($0) }
        body += [nominal == nil ? 0 : 1, nominal ?? 0, 0, 0, 0xFF, 0]
        body += settings.recordThresholds + settings.hysteresis
        return header(full, body + [0, 0, 0] + text(sensor.name))
    }

    /// Bits 8 and 9 of a number, at the top of a byte.
    static func highBits(_ number: Int) -> UInt8 {
        (UInt8(truncatingIfNeeded: number >> 8) & 0x03) << 6
    }

    static func exponents(_ scale: SensorScale) -> UInt8 {
        UInt8(truncatingIfNeeded: scale.resultExponent) << 4
            | UInt8(truncatingIfNeeded: scale.offsetExponent) & 0x0F
    }

    private static func compact(_ sensor: DiscreteSensor) -> [UInt8] {
        var body: [UInt8] = [IPMIMessage.controllerAddress, 0, sensor.rawValue]
        body += [0x06, 0x01, 0x67, 0x40, sensor.type, DiscreteSensor.eventType]
        body.append(little: sensor.mask)
        body.append(little: UInt16(0))
        body.append(little: sensor.mask)
        body += [0xC0, 0, 0, 0x01, 0, 0, 0, 0, 0, 0, 0]
        return header(compact, body + text(sensor.name))
    }

    private static func inventoryLocator(_ name: String) -> [UInt8] {
        header(
            0x11,
            [IPMIMessage.controllerAddress, 0, 0x80, 0, 0, 0x10, 0, 0x07, 0x01, 0] + text(name))
    }

    private static func controllerLocator(_ name: String) -> [UInt8] {
        header(
            0x12,
            [IPMIMessage.controllerAddress, 0, 0, 0xBF, 0, 0, 0, 0x2E, 0x01, 0] + text(name))
    }
}
