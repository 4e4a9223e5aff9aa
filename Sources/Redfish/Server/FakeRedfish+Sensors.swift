import Hardware

/// Readings, in the older form (Power, Thermal) and the newer (Sensors and the subsystems).
extension FakeRedfish {
    mutating func sensorBody(
        _ place: Int, _ address: ResourceAddress
    ) throws(RedfishFault) -> JSON {
        let id = systems[place].id
        switch address.kind {
        case .sensors:
            return collection(
                address, type: "SensorCollection", name: "Sensor Collection",
                profile.sensors.map { ResourceAddress(.sensor, id, $0.id) })
        case .sensor:
            guard let index = profile.sensors.firstIndex(where: { $0.id == address.names[1] })
            else { throw .missing(address.path) }
            return sensor(index, place, address)
        case .thermal: return thermal(place, address)
        case .power: return power(place, address)
        case .fans:
            return collection(
                address, type: "FanCollection", name: "Fan Collection",
                fans.map { ResourceAddress(.fan, id, profile.sensors[$0].id) })
        case .fan: return try fan(place, address)
        default: return subsystem(place, address)
        }
    }

    private var fans: [Int] {
        profile.sensors.indices.filter {
            if case .revolutionsPerMinute = profile.sensors[$0].reading.value {
                true
            } else {
                false
            }
        }
    }

    private mutating func status(_ index: Int, _ figure: Double?) -> JSON {
        guard let figure else { return ["State": "UnavailableOffline", "Health": .null] }
        let state = profile.sensors[index].reading.thresholds?.state(of: figure) ?? .ok
        let health = ["OK", "Warning", "Critical", "Critical"][state.severity]
        return ["State": "Enabled", "Health": .text(health)]
    }

    private mutating func sensor(_ index: Int, _ place: Int, _ address: ResourceAddress) -> JSON {
        let sensor = profile.sensors[index]
        let figure = systems[place].host.reading(ofSensor: index)
        let (type, units) = Self.kind(sensor.reading.value)
        var body = resource(
            address, type: "Sensor.v1_6_0.Sensor", id: sensor.id, name: sensor.reading.name)
        body["ReadingType"] = .text(type)
        body["Reading"] = .orNull(figure)
        body["ReadingUnits"] = .text(units)
        body["Status"] = status(index, figure)
        if let thresholds = sensor.reading.thresholds {
            let limits: [(String, Double?)] = [
                ("UpperCaution", thresholds.upperNonCritical),
                ("UpperCritical", thresholds.upperCritical),
                ("UpperFatal", thresholds.upperNonRecoverable),
                ("LowerCaution", thresholds.lowerNonCritical),
                ("LowerCritical", thresholds.lowerCritical),
                ("LowerFatal", thresholds.lowerNonRecoverable),
            ]
            let shown = limits.compactMap { name, limit in
                limit.map { JSONObject.Member(name: name, value: ["Reading": .number($0)]) }
            }
            body["Thresholds"] = .object(JSONObject(shown))
        }
        return .object(body)
    }

    /// The schema's words for kind and unit.
    static func kind(_ value: SensorReading.Value) -> (type: String, units: String) {
        switch value {
        case .temperature, .unavailable: ("Temperature", "Cel")
        case .power: ("Power", "W")
        case .voltage: ("Voltage", "V")
        case .revolutionsPerMinute: ("Rotational", "RPM")
        }
    }

    /// An entry of the older resources.
    private mutating func entry(
        _ index: Int, _ place: Int, in list: String, _ number: Int, _ address: ResourceAddress,
        reading: String
    ) -> JSONObject {
        let sensor = profile.sensors[index].reading
        let figure = systems[place].host.reading(ofSensor: index)
        var entry = JSONObject([
            .init(name: "@odata.id", value: .text("\(address.path)#/\(list)/\(number)")),
            .init(name: "MemberId", value: .text(String(number))),
            .init(name: "Name", value: .text(sensor.name)),
            .init(name: "SensorNumber", value: .integer(index + 1)),
            .init(name: reading, value: .orNull(figure)),
        ])
        entry["Status"] = status(index, figure)
        let thresholds = sensor.thresholds
        entry["UpperThresholdNonCritical"] = thresholds?.upperNonCritical.map { .number($0) }
        entry["UpperThresholdCritical"] = thresholds?.upperCritical.map { .number($0) }
        entry["UpperThresholdFatal"] = thresholds?.upperNonRecoverable.map { .number($0) }
        entry["LowerThresholdNonCritical"] = thresholds?.lowerNonCritical.map { .number($0) }
        entry["LowerThresholdCritical"] = thresholds?.lowerCritical.map { .number($0) }
        entry["LowerThresholdFatal"] = thresholds?.lowerNonRecoverable.map { .number($0) }
        return entry
    }

    private mutating func thermal(_ place: Int, _ address: ResourceAddress) -> JSON {
        var (temperatures, fans) = ([JSON](), [JSON]())
        for index in profile.sensors.indices {
            switch profile.sensors[index].reading.value {
            case .temperature:
                temperatures.append(
                    .object(
                        entry(
                            index, place, in: "Temperatures", temperatures.count, address,
                            reading: "ReadingCelsius")))
            case .revolutionsPerMinute:
                var fan = entry(
                    index, place, in: "Fans", fans.count, address, reading: "Reading")
                fan["Reading"] = fan["Reading"]?.number.map { .integer(Int($0)) } ?? .null
                fan["ReadingUnits"] = "RPM"
                fans.append(.object(fan))
            default: break
            }
        }
        var body = resource(
            address, type: "Thermal.v1_7_1.Thermal", id: "Thermal", name: "Thermal")
        body["Temperatures"] = .list(temperatures)
        body["Fans"] = .list(fans)
        return .object(body)
    }

    private mutating func power(_ place: Int, _ address: ResourceAddress) -> JSON {
        var voltages: [JSON] = []
        for index in profile.sensors.indices {
            guard case .voltage = profile.sensors[index].reading.value else { continue }
            voltages.append(
                .object(
                    entry(
                        index, place, in: "Voltages", voltages.count, address,
                        reading: "ReadingVolts")))
        }
        var body = resource(address, type: "Power.v1_7_1.Power", id: "Power", name: "Power")
        body["PowerControl"] = [
            [
                "@odata.id": .text(address.path + "#/PowerControl/0"), "MemberId": "0",
                "Name": "System Power Control",
                "PowerConsumedWatts": .number(systems[place].host.consumption.watts),
                "Status": Self.enabled,
            ]
        ]
        body["Voltages"] = .list(voltages)
        body["PowerSupplies"] = []
        return .object(body)
    }

    private mutating func fan(
        _ place: Int, _ address: ResourceAddress
    ) throws(RedfishFault) -> JSON {
        guard let index = fans.first(where: { profile.sensors[$0].id == address.names[1] }) else {
            throw .missing(address.path)
        }
        let sensor = profile.sensors[index]
        let figure = systems[place].host.reading(ofSensor: index)
        var body = resource(
            address, type: "Fan.v1_3_0.Fan", id: sensor.id, name: sensor.reading.name)
        body["SpeedPercent"] = [
            "DataSourceUri": .text(
                ResourceAddress(.sensor, systems[place].id, sensor.id).path),
            "SpeedRPM": .orNull(figure),
        ]
        body["Status"] = status(index, figure)
        return .object(body)
    }

    private mutating func subsystem(_ place: Int, _ address: ResourceAddress) -> JSON {
        let id = systems[place].id
        switch address.kind {
        case .thermalSubsystem:
            var body = resource(
                address, type: "ThermalSubsystem.v1_0_0.ThermalSubsystem",
                id: "ThermalSubsystem", name: "Thermal Subsystem")
            body["Fans"] = ResourceAddress(.fans, id).link
            body["ThermalMetrics"] = ResourceAddress(.thermalMetrics, id).link
            body["Status"] = Self.enabled
            return .object(body)
        case .thermalMetrics:
            var body = resource(
                address, type: "ThermalMetrics.v1_0_1.ThermalMetrics", id: "ThermalMetrics",
                name: "Thermal Metrics")
            var readings: [JSON] = []
            for index in profile.sensors.indices {
                let sensor = profile.sensors[index]
                guard case .temperature = sensor.reading.value else { continue }
                let source = ResourceAddress(.sensor, id, sensor.id).path
                readings.append([
                    "DataSourceUri": .text(source), "DeviceName": .text(sensor.reading.name),
                    "Reading": .orNull(systems[place].host.reading(ofSensor: index)),
                ])
            }
            body["TemperatureReadingsCelsius"] = .list(readings)
            return .object(body)
        default:
            var body = resource(
                address, type: "PowerSubsystem.v1_1_0.PowerSubsystem", id: "PowerSubsystem",
                name: "Power Subsystem")
            body["Allocation"] = [
                "AllocatedWatts": .number(systems[place].host.consumption.watts)
            ]
            body["Status"] = Self.enabled
            return .object(body)
        }
    }
}
