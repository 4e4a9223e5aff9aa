import Hardware

/// Readings and log entries as services tell them.
enum ReceivedReading {
    /// Of the newer form (schema Sensor); nil for one whose unit has no word here.
    static func sensor(_ sensor: JSON) -> SensorReading? {
        guard let name = sensor["Name"]?.text ?? sensor["Id"]?.text,
            let value = value(sensor["Reading"]?.number, in: sensor["ReadingUnits"]?.text)
        else { return nil }
        let limits = sensor["Thresholds"]
        func limit(_ name: String) -> Double? { limits?[name]?["Reading"]?.number }
        let thresholds = SensorThresholds(
            lowerNonRecoverable: limit("LowerFatal"), lowerCritical: limit("LowerCritical"),
            lowerNonCritical: limit("LowerCaution"), upperNonCritical: limit("UpperCaution"),
            upperCritical: limit("UpperCritical"), upperNonRecoverable: limit("UpperFatal"))
        return reading(name, value, thresholds)
    }

    /// Temperatures and fans of the older form (schema Thermal).
    static func thermal(_ thermal: JSON) -> [SensorReading] {
        let temperatures = (thermal["Temperatures"]?.list ?? []).compactMap {
            older($0, "ReadingCelsius", "Cel")
        }
        let fans = (thermal["Fans"]?.list ?? []).compactMap { fan in
            // Its first version had the speed under another name.
            let name = fan["Reading"] == nil ? "ReadingRPM" : "Reading"
            return older(fan, name, fan["ReadingUnits"]?.text ?? "RPM")
        }
        return temperatures + fans
    }

    /// What is drawn, and voltages (schema Power).
    static func power(_ power: JSON) -> [SensorReading] {
        let drawn = (power["PowerControl"]?.list ?? []).compactMap {
            older($0, "PowerConsumedWatts", "W")
        }
        let voltages = (power["Voltages"]?.list ?? []).compactMap {
            older($0, "ReadingVolts", "V")
        }
        return voltages + drawn
    }

    private static func older(_ entry: JSON, _ property: String, _ unit: String) -> SensorReading? {
        // One that is not fitted is no sensor.
        guard entry["Status"]?["State"]?.text != "Absent",
            let name = entry["Name"]?.text ?? entry["FanName"]?.text,
            let value = value(entry[property]?.number, in: unit)
        else { return nil }
        let thresholds = SensorThresholds(
            lowerNonRecoverable: entry["LowerThresholdFatal"]?.number,
            lowerCritical: entry["LowerThresholdCritical"]?.number,
            lowerNonCritical: entry["LowerThresholdNonCritical"]?.number,
            upperNonCritical: entry["UpperThresholdNonCritical"]?.number,
            upperCritical: entry["UpperThresholdCritical"]?.number,
            upperNonRecoverable: entry["UpperThresholdFatal"]?.number)
        return reading(name, value, thresholds)
    }

    private static func reading(
        _ name: String, _ value: SensorReading.Value, _ thresholds: SensorThresholds
    ) -> SensorReading {
        SensorReading(
            name: name, value: value,
            thresholds: thresholds == SensorThresholds() ? nil : thresholds,
            state: value.figure.map { thresholds.state(of: $0) } ?? .ok)
    }

    private static func value(_ figure: Double?, in unit: String?) -> SensorReading.Value? {
        guard ["Cel", "RPM", "V", "W"].contains(unit) else { return nil }
        guard let figure else { return .unavailable }
        switch unit {
        case "Cel": return .temperature(Celsius(figure))
        case "V": return .voltage(Volts(figure))
        case "W": return .power(Watts(figure))
        default: return Int(exactly: figure.rounded()).map { .revolutionsPerMinute($0) }
        }
    }

    /// An entry of an event log. One without a date that can be read is put at the beginning.
    static func logEntry(_ entry: JSON) -> EventLogEntry? {
        guard let message = entry["Message"]?.text ?? entry["Name"]?.text else { return nil }
        let severity: EventLogEntry.Severity =
            switch entry["Severity"]?.text {
            case "Critical": .critical
            case "Warning": .warning
            default: .informational
            }
        let time = (entry["EventTimestamp"]?.text ?? entry["Created"]?.text)
            .flatMap(RedfishTime.sinceEpoch)
        return EventLogEntry(sinceEpoch: time ?? .zero, severity: severity, message: message)
    }
}
