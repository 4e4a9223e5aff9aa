public import Hardware

extension RedfishController {
    public func sensors() async throws(BMCError) -> [SensorReading] {
        try await call(within: BMCLimits.listing) { () async throws(RedfishError) in
            let chassis = try await linked("Chassis", of: try await system())
            if let path = chassis["Sensors"]?.path {
                let readings = try await resources(path).compactMap(ReceivedReading.sensor)
                if !readings.isEmpty { return readings }
            }
            return try await olderSensors(of: chassis)
        }
    }

    /// Services before 2020 have readings in Thermal and Power alone.
    private func olderSensors(of chassis: JSON) async throws(RedfishError) -> [SensorReading] {
        var readings: [SensorReading] = []
        if let path = chassis["Thermal"]?.path {
            readings += ReceivedReading.thermal(try await read(path))
        }
        if let path = chassis["Power"]?.path {
            readings += ReceivedReading.power(try await read(path))
        }
        return readings
    }

    public func eventLog() async throws(BMCError) -> [EventLogEntry] {
        try await call(within: BMCLimits.listing) { () async throws(RedfishError) in
            guard let path = try await log()["Entries"]?.path else { throw .unsupported("log") }
            let entries = try await resources(path).compactMap(ReceivedReading.logEntry)
            // Some services list the newest first. Equal times keep the service's order.
            let isFalling =
                (entries.last?.sinceEpoch ?? .zero) < (entries.first?.sinceEpoch ?? .zero)
            return isFalling ? entries.reversed() : entries
        }
    }

    public func clearEventLog() async throws(BMCError) {
        try await call { () async throws(RedfishError) in
            try await perform("LogService.ClearLog", of: try await log())
        }
    }

    /// The event log: the system's, or its manager's; among several the one for hardware events.
    private func log() async throws(RedfishError) -> JSON {
        let system = try await system()
        var path = system["LogServices"]?.path
        if path == nil { path = try await linked("ManagedBy", of: system)["LogServices"]?.path }
        guard let path else { throw .unsupported("log") }
        let logs = try await resources(path)
        let known = ["SEL", "Sel", "EventLog", "IML", "Log1"]
        let preferred = known.compactMap { id in logs.first { $0["Id"]?.text == id } }.first
        guard let log = preferred ?? logs.first else { throw .unsupported("log") }
        return log
    }
}
