/// The natural logarithm, the same to the last bit on every system.
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
}
