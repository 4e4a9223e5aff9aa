extension Array where Element == UInt8 {
    /// Appends an integer, least significant byte first.
    mutating func append(little value: some FixedWidthInteger & UnsignedInteger) {
        for shift in stride(from: 0, to: value.bitWidth, by: 8) {
            append(UInt8(truncatingIfNeeded: value >> shift))
        }
    }

    /// Appends the low three bytes, least significant first.
    mutating func append(little24 value: UInt32) {
        append(UInt8(truncatingIfNeeded: value))
        append(UInt8(truncatingIfNeeded: value >> 8))
        append(UInt8(truncatingIfNeeded: value >> 16))
    }

    init(little value: some FixedWidthInteger & UnsignedInteger) {
        self.init()
        append(little: value)
    }
}
