/// Logarithm and exponential, the same to the last bit on every system: verdicts may not hang on
/// whose mathematics library was installed.
enum RealFunctions {
    private static let logarithmOfTwo = 0.6931471805599453

    /// Natural logarithm of a positive number.
    static func logarithm(_ number: Double) -> Double {
        guard number > 0, number.isFinite else { return number == 0 ? -.infinity : .nan }
        var (exponent, fraction) = (Double(number.exponent), number.significand)
        if fraction > 1.4142135623730951 { (exponent, fraction) = (exponent + 1, fraction / 2) }
        let ratio = (fraction - 1) / (fraction + 1)
        let square = ratio * ratio
        var (sum, power) = (0.0, ratio)
        for divisor in stride(from: 1.0, through: 25, by: 2) {
            sum += power / divisor
            power *= square
        }
        return exponent * logarithmOfTwo + 2 * sum
    }

    /// e to the power of a number.
    static func exponential(_ number: Double) -> Double {
        if number < -740 { return 0 }
        if number > 709 { return .infinity }
        let twos = (number / logarithmOfTwo).rounded()
        let rest = number - twos * logarithmOfTwo
        var (sum, term) = (1.0, 1.0)
        for divisor in stride(from: 1.0, through: 16, by: 1) {
            term *= rest / divisor
            sum += term
        }
        let half = Int(twos) / 2
        // In two steps, as the smallest results have no factor of their own.
        return sum * Double(sign: .plus, exponent: half, significand: 1)
            * Double(sign: .plus, exponent: Int(twos) - half, significand: 1)
    }
}
