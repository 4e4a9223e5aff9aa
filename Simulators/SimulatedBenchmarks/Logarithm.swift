/// The natural logarithm and its inverse, the same to the last bit on every system.
enum Logarithm {
    static func natural(_ number: Double) -> Double {
        let ratio = (number.significand - 1) / (number.significand + 1)
        var (sum, power) = (0.0, ratio)
        for divisor in stride(from: 1.0, through: 35, by: 2) {
            sum += power / divisor
            power *= ratio * ratio
        }
        return Double(number.exponent) * 0.6931471805599453 + 2 * sum
    }

    /// e to the power of a number that is not too large for a result.
    static func exponential(_ number: Double) -> Double {
        if number < -700 { return 0 }
        let twos = (number / 0.6931471805599453).rounded()
        let rest = number - twos * 0.6931471805599453
        var (sum, term) = (1.0, 1.0)
        for divisor in stride(from: 1.0, through: 13, by: 1) {
            term *= rest / divisor
            sum += term
        }
        return sum * Double(sign: .plus, exponent: Int(twos), significand: 1)
    }
}
