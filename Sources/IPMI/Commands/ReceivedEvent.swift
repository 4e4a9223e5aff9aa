import Hardware

/// Turns a record of a controller's event log into an entry that people read (IPMI 2.0, section
/// 32.1 and tables 42-1 to 42-3).
enum ReceivedEvent {
    static func entry(_ record: [UInt8], sensors: [UInt8: String]) -> EventLogEntry {
        let seconds = (0..<4).reduce(0) { $0 | Int64(record[3 + $1]) << Int64($1 * 8) }
        let hasTime = record[2] < EventRecord.firstTimeless
        guard record[2] == EventRecord.systemEvent else {
            let text = record[7...].map(\.hex).joined()
            return EventLogEntry(
                sinceEpoch: .seconds(hasTime ? seconds : 0), severity: .informational,
                message: "record of type \(record[2].hex)h: \(text)")
        }
        let (type, number, kind) = (record[10], record[11], record[12] & 0x7F)
        let isOver = record[12] & 0x80 != 0
        let offset = record[13] & 0x0F
        let name = sensors[number] ?? "\(typeName(type)) sensor \(number.hex)h"
        let (text, severity) = event(type, kind, offset)
        return EventLogEntry(
            sinceEpoch: .seconds(seconds), severity: isOver ? .informational : severity,
            message: "\(name): \(text)\(isOver ? " no longer" : "")")
    }

    private static func event(
        _ type: UInt8, _ kind: UInt8, _ offset: UInt8
    ) -> (String, EventLogEntry.Severity) {
        switch kind {
        case 0x01: threshold(offset)
        case 0x02...0x0C: generic(kind, offset)
        case 0x6F: specific(type, offset)
        default: ("event \(kind.hex)h offset \(offset)", .informational)
        }
    }

    private static let limits = [
        "lower non-critical", "lower critical", "lower non-recoverable", "upper non-critical",
        "upper critical", "upper non-recoverable",
    ]

    private static func threshold(_ offset: UInt8) -> (String, EventLogEntry.Severity) {
        guard offset < 12 else { return ("threshold event \(offset)", .warning) }
        let limit = limits[Int(offset / 2)]
        let isSlight = offset / 2 % 3 == 0
        let direction = offset % 2 == 0 ? "going low" : "going high"
        return ("\(limit) \(direction)", isSlight ? .warning : .critical)
    }

    /// Event types that many sensors share, and whose offsets are two or eight states.
    private static func generic(
        _ kind: UInt8, _ offset: UInt8
    ) -> (String, EventLogEntry.Severity) {
        switch kind {
        case 0x03: (offset == 0 ? "state left" : "state entered", .informational)
        case 0x04:
            offset == 0
                ? ("no failure predicted", .informational) : ("failure predicted", .warning)
        case 0x05: offset == 0 ? ("within its limit", .informational) : ("over its limit", .warning)
        case 0x07: severity(offset)
        case 0x08: (offset == 0 ? "removed" : "inserted", .informational)
        case 0x0B:
            offset == 0
                ? ("fully redundant", .informational) : ("redundancy lost or less", .warning)
        default: ("state \(offset) of event type \(kind.hex)h", .informational)
        }
    }

    private static func severity(_ offset: UInt8) -> (String, EventLogEntry.Severity) {
        switch offset {
        case 0: ("ok", .informational)
        case 1, 4: ("non-critical", .warning)
        case 2, 5: ("critical", .critical)
        case 3, 6: ("non-recoverable", .critical)
        default: ("monitored", .informational)
        }
    }

    private static func specific(
        _ type: UInt8, _ offset: UInt8
    ) -> (String, EventLogEntry.Severity) {
        let known: [UInt8: [String]] = [
            0x05: ["chassis opened", "drive bay opened"],
            0x07: [
                "processor error", "thermal trip", "built-in self test failed", "hang in self test",
                "initialization failed", "configuration error", "uncorrectable error", "present",
                "disabled", "terminator present", "throttled",
            ],
            0x08: [
                "present", "failure", "failure predicted", "input lost",
                "input lost or out of range",
            ],
            0x09: ["power off", "power cycle", "power down by limit", "interlock", "input lost"],
            0x0C: [
                "correctable memory error", "uncorrectable memory error", "memory parity error",
            ],
            0x0D: ["drive present", "drive fault", "drive failure predicted"],
            0x10: [
                "memory error log disabled", "event log disabled", "log erased",
                "all event logging disabled", "log full", "log almost full",
            ],
            0x0F: ["self test error", "self test hang", "self test progress"],
            0x13: ["front panel NMI", "bus timeout"],
            0x1E: ["nothing to boot from", "no disk", "no network boot server"],
            0x20: ["loading stopped", "system stopped"],
            0x22: ["S0, working", "S1", "S2", "S3", "S4", "S5, soft off"],
            0x23: ["timer expired", "hard reset", "power down", "power cycle"],
        ]
        let critical: [UInt8: ClosedRange<UInt8>] = [
            0x07: 0...2, 0x08: 1...1, 0x0C: 1...2, 0x0D: 1...1, 0x0F: 0...1, 0x13: 0...0,
            0x1E: 0...2, 0x20: 0...1, 0x23: 0...3,
        ]
        let texts = known[type] ?? []
        let text =
            Int(offset) < texts.count
            ? texts[Int(offset)] : "event \(offset) of sensor type \(type.hex)h"
        let isCritical = critical[type]?.contains(offset) ?? false
        return (text, isCritical ? .critical : .informational)
    }

    private static func typeName(_ type: UInt8) -> String {
        let names = [
            "reserved", "temperature", "voltage", "current", "fan", "chassis", "security",
            "processor", "power supply", "power unit", "cooling", "other", "memory", "drive",
        ]
        return Int(type) < names.count ? names[Int(type)] : "type \(type.hex)h"
    }
}
