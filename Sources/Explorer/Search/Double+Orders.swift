extension Double {
    /// How often a value doubles from one to this, as straight lines between powers of two see it:
    /// the same to the last bit on every platform.
    var binaryOrder: Double { Double(exponent) + (significand - 1) }

    /// The inverse of ``binaryOrder``.
    static func powerOfTwo(_ order: Double) -> Double {
        let whole = order.rounded(.down)
        return Double(sign: .plus, exponent: Int(whole), significand: 1 + order - whole)
    }
}
