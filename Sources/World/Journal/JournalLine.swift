/// One entry of a journal as a line of JSON, without the end of line, its members in an order that
/// never changes: two journals of the same run are the same bytes.
///
/// `at` is in nanoseconds. A field that an event names twice is written twice.
public struct JournalLine: Sendable, Hashable, CustomStringConvertible {
    public let description: String

    public init(_ entry: JournalEntry) {
        var line = "{\"sequence\":"
        line += String(entry.sequence)
        line += ",\"at\":"
        line += String(entry.at.nanoseconds)
        line += ",\"source\":"
        Self.append(entry.source, to: &line)
        line += ",\"kind\":"
        Self.append(entry.event.kind, to: &line)
        line += ",\"subject\":"
        Self.append(entry.event.subject, to: &line)
        line += ",\"fields\":{"
        var separator = ""
        for field in entry.event.fields {
            line += separator
            separator = ","
            Self.append(field.name, to: &line)
            line += ":"
            Self.append(field.value, to: &line)
        }
        line += "}}"
        description = line
    }

    /// Appends a JSON string (RFC 8259, section 7).
    private static func append(_ text: String, to line: inout String) {
        line += "\""
        // Nearly all texts are plain, and those are copied as they are.
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) {
            line += text
        } else {
            for scalar in text.unicodeScalars { append(escaped: scalar, to: &line) }
        }
        line += "\""
    }

    private static func append(escaped scalar: Unicode.Scalar, to line: inout String) {
        switch scalar {
        case "\"": line += "\\\""
        case "\\": line += "\\\\"
        case "\n": line += "\\n"
        case "\r": line += "\\r"
        case "\t": line += "\\t"
        case "\0"..<" ":
            let digits = String(scalar.value, radix: 16)
            line += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: line.unicodeScalars.append(scalar)
        }
    }
}
