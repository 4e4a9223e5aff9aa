public import Hardware

/// Event logs (schemas LogService and LogEntry).
extension FakeRedfish {
    /// What a machine's controller's own clock shows, since 1970.
    func date(of place: Int, at now: Duration) -> Duration {
        epoch + now + systems[place].host.eventLog.clockError
    }

    /// Writes an entry to a machine's event log. Its time is that of the controller's own clock.
    public mutating func append(
        _ severity: EventLogEntry.Severity, _ message: String, toLogOf place: Int,
        at now: Duration
    ) {
        systems[place].host.eventLog.add(
            SystemEvent(.other, severity, message), at: date(of: place, at: now))
    }

    func logBody(
        _ place: Int, _ address: ResourceAddress, _ now: Duration
    ) throws(RedfishFault) -> JSON {
        let (id, log) = (systems[place].id, systems[place].host.eventLog)
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
            body["Members"] = .list(log.entries.map { Self.entry($0, id) })
            return .object(body)
        default:
            guard let number = UInt16(address.names[1]), let entry = log.place(of: number) else {
                throw .missing(address.path)
            }
            return Self.entry(log.entries[entry], id)
        }
    }

    private func logService(_ place: Int, _ address: ResourceAddress, _ now: Duration) -> JSON {
        let (id, log) = (systems[place].id, systems[place].host.eventLog)
        var body = resource(
            address, type: "LogService.v1_3_1.LogService", id: "SEL", name: "System Event Log")
        body["LogEntryType"] = "Event"
        body["MaxNumberOfRecords"] = .integer(SystemEventLog.capacity)
        body["OverWritePolicy"] =
            log.overflow == .dropsOldest ? "WrapsWhenFull" : "NeverOverWrites"
        body["DateTime"] = .text(RedfishTime.text(date(of: place, at: now)))
        body["ServiceEnabled"] = true
        body["Status"] = Self.enabled
        body["Entries"] = ResourceAddress(.logEntries, id).link
        body["Actions"] = [
            "#LogService.ClearLog": ["target": .text(ResourceAddress(.clearLog, id).path)]
        ]
        return .object(body)
    }

    private static func entry(_ entry: SystemEventLog.Entry, _ id: String) -> JSON {
        let number = entry.number
        return [
            "@odata.id": .text(ResourceAddress(.logEntry, id, String(number)).path),
            "@odata.type": "#LogEntry.v1_11_0.LogEntry",
            "Id": .text(String(number)), "Name": .text("Log Entry \(number)"),
            "EntryType": "Event", "Severity": .text(severity(of: entry.event)),
            "Created": .text(RedfishTime.text(entry.time)),
            "Message": .text(entry.event.message),
        ]
    }

    static func severity(of event: SystemEvent) -> String {
        switch event.severity {
        case .informational: "OK"
        case .warning: "Warning"
        case .critical: "Critical"
        }
    }

    mutating func clearLog(_ call: RedfishCall) throws(RedfishFault) -> RedfishResponse {
        _ = try call.parameters(["LogEntriesETag"], of: "LogService.ClearLog")
        let place = try place(call)
        systems[place].host.eventLog.clear(at: date(of: place, at: call.now))
        return RedfishResponse(204)
    }
}
