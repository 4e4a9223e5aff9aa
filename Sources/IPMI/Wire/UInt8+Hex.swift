extension UInt8 {
    /// Two digits, as the specification writes bytes.
    var hex: String {
        let digits = String(self, radix: 16, uppercase: true)
        return digits.count == 1 ? "0" + digits : digits
    }
}
