extension RequestTarget {
    /// A name as one part of a path: whatever means something there is written in percent.
    static func encoded(_ name: String) -> String {
        guard !name.utf8.allSatisfy(isPlain) else { return name }
        return name.utf8.map { byte in
            if isPlain(byte) { return String(Unicode.Scalar(byte)) }
            return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }

    /// RFC 3986's unreserved characters, and those of a part that mean nothing in it.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~:@".utf8.contains(byte)
        }
    }
}
