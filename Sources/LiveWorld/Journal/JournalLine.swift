public import World

/// One entry of a journal as a line of JSON, its members in an order that never changes.
///
/// `at` is in nanoseconds. A field that an event names twice is written twice.
public struct JournalLine: Sendable, Hashable, CustomStringConvertible {
    public let description: String

    public init(_ entry: JournalEntry) {
        let fields = entry.event.fields
            .map { "\(Self.quoted($0.name)):\(Self.quoted($0.value))" }
            .joined(separator: ",")
        description =
            "{\"sequence\":\(entry.sequence),\"at\":\(entry.at.nanoseconds)"
            + ",\"source\":\(Self.quoted(entry.source)),\"kind\":\(Self.quoted(entry.event.kind))"
            + ",\"subject\":\(Self.quoted(entry.event.subject)),\"fields\":{\(fields)}}"
    }

    /// A JSON string (RFC 8259, section 7).
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\0"..<" ": result += escape(scalar)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
