public import Hardware

/// Event logs (schemas LogService and LogEntry).
extension FakeRedfish {
    /// Writes an entry to a machine's event log. Its time is that of the controller's own clock.
    public mutating func append(
        _ severity: EventLogEntry.Severity, _ message: String, toLogOf place: Int,
        at now: Duration
    ) {
        let time = max(.zero, epoch + now + systems[place].clockError)
        systems[place].log.append(
            EventLogEntry(sinceEpoch: time, severity: severity, message: message))
    }

    mutating func record(_ message: String, _ place: Int, _ now: Duration) {
        append(.informational, message, toLogOf: place, at: now)
    }

    func logBody(
        _ place: Int, _ address: ResourceAddress, _ now: Duration
    ) throws(RedfishFault) -> JSON {
        let (id, log) = (systems[place].id, systems[place].log)
        switch address.kind {
        case .logServices:
            return collection(
                address, type: "LogServiceCollection", name: "Log Service Collection",
                [ResourceAddress(.log, id)])
        case .log: return logService(place, address, now)
        case .logEntries:
            var body =
                collection(
                    address, type: "LogEntryCollection", name: "Log Entries", []
                ).object ?? JSONObject()
            // Entries are shown in full: tools read logs so.
            body["Members@odata.count"] = .integer(log.entries.count)
            body["Members"] = .list(
                log.entries.enumerated().map { Self.entry($1, log.first + $0, id) })
            return .object(body)
        default:
            guard let number = Int(address.names[1]), let entry = log[number] else {
                throw .missing(address.path)
            }
            return Self.entry(entry, number, id)
        }
    }

    private func logService(_ place: Int, _ address: ResourceAddress, _ now: Duration) -> JSON {
        let id = systems[place].id
        var body = resource(
            address, type: "LogService.v1_3_1.LogService", id: "SEL", name: "System Event Log")
        body["LogEntryType"] = "Event"
        body["MaxNumberOfRecords"] = .integer(RedfishLimits.logEntries)
        body["OverWritePolicy"] = "WrapsWhenFull"
        body["DateTime"] = .text(RedfishTime.text(epoch + now + systems[place].clockError))
        body["ServiceEnabled"] = true
        body["Status"] = Self.enabled
        body["Entries"] = ResourceAddress(.logEntries, id).link
        body["Actions"] = [
            "#LogService.ClearLog": ["target": .text(ResourceAddress(.clearLog, id).path)]
        ]
        return .object(body)
    }

    private static func entry(_ entry: EventLogEntry, _ number: Int, _ id: String) -> JSON {
        let severity =
            switch entry.severity {
            case .informational: "OK"
            case .warning: "Warning"
            case .critical: "Critical"
            }
        return [
            "@odata.id": .text(ResourceAddress(.logEntry, id, String(number)).path),
            "@odata.type": "#LogEntry.v1_11_0.LogEntry",
            "Id": .text(String(number)), "Name": .text("Log Entry \(number)"),
            "EntryType": "Event", "Severity": .text(severity),
            "Created": .text(RedfishTime.text(entry.sinceEpoch)),
            "Message": .text(entry.message),
        ]
    }

    mutating func clearLog(_ call: RedfishCall) throws(RedfishFault) -> RedfishResponse {
        _ = try call.parameters(["LogEntriesETag"], of: "LogService.ClearLog")
        systems[try place(call)].log.clear()
        return RedfishResponse(204)
    }
}
