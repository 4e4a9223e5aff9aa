public import Hardware

extension IPMIController {
    public func sensors() async throws(BMCError) -> [SensorReading] {
        let call = await listing()
        var readings: [SensorReading] = []
        for sensor in try await repository(call) {
            readings.append(try await read(sensor, call))
        }
        return readings
    }

    private func read(
        _ sensor: ReceivedSensor, _ call: IPMICall<Exchange>
    ) async throws(BMCError) -> SensorReading {
        do throws(IPMIError) {
            return sensor.reading(try await call.exchange(.sensorReading(sensor.number)))
        } catch {
            // One that cannot be read now does not hide the others.
            guard case .command = error else { throw error.asBMCError }
            return sensor.reading([])
        }
    }

    /// The sensors with figures; read anew only where the repository has changed.
    private func repository(
        _ call: IPMICall<Exchange>
    ) async throws(BMCError) -> [ReceivedSensor] {
        let info = Array(try await call.ask(.repositoryInfo, atLeast: 13).prefix(13))
        if let cache = sensorCache, cache.info == info { return cache.sensors }
        guard info[1] != 0 || info[2] != 0 else { return [] }
        var reservation = try await reserve(call)
        var sensors: [ReceivedSensor] = []
        var (number, count) = (UInt16(0), 0)
        while number != 0xFFFF, count < Self.records {
            let (record, next) = try await record(number, &reservation, call)
            if let sensor = ReceivedSensor(record) { sensors.append(sensor) }
            guard next != number else { break }
            number = next
            count += 1
        }
        sensorCache = (info, sensors)
        return sensors
    }

    private func reserve(_ call: IPMICall<Exchange>) async throws(BMCError) -> UInt16 {
        let answer = try await call.ask(.reserveRepository, atLeast: 2)
        return UInt16(answer[0]) | UInt16(answer[1]) << 8
    }

    /// A record, in parts that every controller can give.
    private func record(
        _ number: UInt16, _ reservation: inout UInt16, _ call: IPMICall<Exchange>
    ) async throws(BMCError) -> (bytes: [UInt8], next: UInt16) {
        var bytes: [UInt8] = []
        var (next, length, renewals) = (UInt16(0xFFFF), SensorRecord.headerLength, 0)
        while bytes.count < length {
            let count = min(Self.recordPart, length - bytes.count)
            let request = IPMIRequest.sensorRecord(
                number, reservation: reservation, offset: bytes.count, count: count)
            do throws(IPMIError) {
                let answer = try await call.exchange(request)
                guard answer.count > 2 else { throw IPMIError.malformed(request.name) }
                next = UInt16(answer[0]) | UInt16(answer[1]) << 8
                bytes += answer.dropFirst(2)
            } catch {
                // Somebody else has reserved it meanwhile.
                guard case .command(_, .reservationCancelled) = error, renewals < 3 else {
                    throw error.asBMCError
                }
                renewals += 1
                reservation = try await reserve(call)
            }
            if bytes.count >= SensorRecord.headerLength {
                length = SensorRecord.headerLength + Int(bytes[4])
            }
        }
        return (bytes, next)
    }

    public func eventLog() async throws(BMCError) -> [EventLogEntry] {
        let call = await listing()
        let info = try await call.ask(.eventLogInfo, atLeast: 14)
        guard info[1] != 0 || info[2] != 0 else { return [] }
        var names: [UInt8: String] = [:]
        for sensor in try await repository(call) { names[sensor.number] = sensor.name }
        var entries: [EventLogEntry] = []
        var number: UInt16 = 0
        while number != 0xFFFF, entries.count < Self.records {
            let answer: [UInt8]
            do throws(IPMIError) { answer = try await call.exchange(.event(number)) } catch {
                // Somebody has cleared it meanwhile.
                if case .command(_, .notPresent) = error { break }
                throw error.asBMCError
            }
            guard answer.count >= 2 + EventRecord.length else {
                throw IPMIError.malformed("get SEL entry").asBMCError
            }
            entries.append(ReceivedEvent.entry(Array(answer.dropFirst(2)), sensors: names))
            let next = UInt16(answer[0]) | UInt16(answer[1]) << 8
            guard next != number else { break }
            number = next
        }
        return entries
    }

    public func clearEventLog() async throws(BMCError) {
        let call = await call()
        let answer = try await call.ask(.reserveEventLog, atLeast: 2)
        let reservation = UInt16(answer[0]) | UInt16(answer[1]) << 8
        var state = try await call.ask(.clearEventLog(reservation: reservation, .begin), atLeast: 1)
        for _ in 0..<Self.clearingLooks where state[0] & 0x0F != 1 {
            try await call.pause(.milliseconds(200))
            state = try await call.ask(.clearEventLog(reservation: reservation, .ask), atLeast: 1)
        }
        guard state[0] & 0x0F == 1 else { throw .busy }
    }
}
