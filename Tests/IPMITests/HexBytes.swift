/// The bytes that a string of hexadecimal digits spells; spaces are for the reader.
func hex(_ text: String) -> [UInt8] {
    let digits = text.filter { $0.isHexDigit }.compactMap(\.hexDigitValue)
    precondition(digits.count.isMultiple(of: 2), "Two digits make a byte.")
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
}
