/// Finds the end in what is typed at a console: `~.` at the beginning of a line, as with ssh and
/// ipmitool; `~~` there is one `~`.
public struct ConsoleEscape: Sendable {
    private enum Place {
        case lineStart, escape, line
    }

    private var place = Place.lineStart

    public init() {}

    /// - Returns: what is to be typed, and whether the end was asked for.
    public mutating func take(_ bytes: [UInt8]) -> (typed: [UInt8], ends: Bool) {
        var typed: [UInt8] = []
        for byte in bytes {
            switch (place, byte) {
            case (.lineStart, UInt8(ascii: "~")): place = .escape
            case (.escape, UInt8(ascii: ".")): return (typed, true)
            case (.escape, UInt8(ascii: "~")):
                typed.append(byte)
                place = .line
            case (.escape, _):
                typed += [UInt8(ascii: "~"), byte]
                place = Self.place(after: byte)
            case (.lineStart, _), (.line, _):
                typed.append(byte)
                place = Self.place(after: byte)
            }
        }
        return (typed, false)
    }

    private static func place(after byte: UInt8) -> Place {
        byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n") ? .lineStart : .line
    }
}
