/// What a value that a script asks for must look like.
///
/// Source: os-apply-config 14.1.0, `value_types`.
public enum ConfigValueType: String, Sendable, CaseIterable {
    case int, `default`, netaddress, netdevice, dsn, swiftdevices, username, raw

    public func accepts(_ text: String) -> Bool {
        // As Python's `$`, which stands before a last line end too.
        let line = text.hasSuffix("\n") ? text.dropLast() : text[...]
        switch self {
        case .raw: return true
        case .int: return !line.isEmpty && line.utf8.allSatisfy(Self.isDigit)
        case .default: return line.utf8.allSatisfy(Self.isWord)
        case .username:
            return !line.isEmpty
                && line.utf8.allSatisfy { Self.isWord($0) || $0 == UInt8(ascii: "-") }
        case .netaddress, .netdevice:
            return line.utf8.allSatisfy { Self.isAlphanumeric($0) || "/.:-".utf8.contains($0) }
        case .dsn: return line.wholeMatch(of: Self.dsnForm) != nil
        case .swiftdevices: return line.wholeMatch(of: Self.devicesForm) != nil
        }
    }

    /// `driver://user:password@host/name?variable=value`, of which all but the driver may lack.
    private static var dsnForm: Regex<Substring> {
        #/
            [a-zA-Z0-9]+:\/\/
            (?: [a-zA-Z0-9+_\-]+ (?: :[^@]+ )? )?
            (?: @?[a-zA-Z0-9\/_.\-]+ )?
            (?: \/[a-zA-Z0-9_\-]+ )?
            (?: \?[a-zA-Z0-9=_\-]+ )?
        /#.matchingSemantics(.unicodeScalar)
    }

    /// The range from the point to the underscore is upstream's.
    private static var devicesForm: Regex<Substring> {
        #/(?:r\d+z\d+-[A-Za-z0-9.-_]+:%PORT%\/[^,]+,?)+/#.matchingSemantics(.unicodeScalar)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || byte == UInt8(ascii: "_")
    }
}
