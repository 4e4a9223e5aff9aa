/// Lets bytes be compared with what they stand for.
extension UInt8: @retroactive ExpressibleByUnicodeScalarLiteral {
    public init(unicodeScalarLiteral scalar: Unicode.Scalar) { self.init(ascii: scalar) }

    var isDigit: Bool { self >= "0" && self <= "9" }

    /// Whether it can stand in a name; every byte of a character beyond ASCII can.
    var isWordByte: Bool {
        isDigit || self == "_" || self == "$" || self >= 0x80
            || (self >= "a" && self <= "z") || (self >= "A" && self <= "Z")
    }
}
