public import World

/// One journal entry as a line of JSON, without the end of line.
///
/// Keys stand in a fixed order, so that two journals of the same run are the same bytes.
public enum JournalLine {
    public static func text(of entry: JournalEntry) -> String {
        var line = "{\"sequence\":\(entry.sequence),\"at\":\(entry.at.nanoseconds),\"source\":"
        append(entry.source, to: &line)
        line += ",\"kind\":"
        append(entry.event.kind, to: &line)
        line += ",\"subject\":"
        append(entry.event.subject, to: &line)
        line += ",\"fields\":{"
        for (index, field) in entry.event.fields.enumerated() {
            if index > 0 { line += "," }
            append(field.name, to: &line)
            line += ":"
            append(field.value, to: &line)
        }
        return line + "}}"
    }

    private static func append(_ text: String, to line: inout String) {
        line += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": line += "\\\""
            case "\\": line += "\\\\"
            case "\n": line += "\\n"
            case "\r": line += "\\r"
            case "\t": line += "\\t"
            case "\u{0}"..<"\u{20}":
                let digits = String(scalar.value, radix: 16)
                line += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: line.unicodeScalars.append(scalar)
            }
        }
        line += "\""
    }
}
