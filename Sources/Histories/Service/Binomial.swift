/// How many of independent runs fail if each does with the same probability.
struct Binomial {
    let runs: Int
    let probability: Double

    /// The probability of so many failures or fewer, summed from the greatest term outwards, so
    /// that little is lost to numbers too small for a double.
    func atMost(_ failures: Int) -> Double {
        guard probability > 0 else { return 1 }
        guard probability < 1 else { return failures >= runs ? 1 : 0 }
        let odds = probability / (1 - probability)
        let start = min(failures, Int(Double(runs + 1) * probability))
        let greatest = term(start)
        var (sum, value) = (greatest, greatest)
        for count in stride(from: start, to: 0, by: -1) where value > 0 {
            value *= Double(count) / Double(runs - count + 1) / odds
            sum += value
        }
        value = greatest
        for count in start..<failures where value > 0 {
            value *= Double(runs - count) / Double(count + 1) * odds
            sum += value
        }
        return min(sum, 1)
    }

    /// The probability of exactly so many.
    private func term(_ count: Int) -> Double {
        // Survivals are multiplied in where the product grows beyond 1, to stay in range.
        let survival = 1 - probability
        var value = 1.0
        var left = runs - count
        for place in 0..<count {
            value *= Double(runs - place) / Double(count - place) * probability
            while value > 1, left > 0 { (value, left) = (value * survival, left - 1) }
        }
        return value * power(survival, left)
    }

    private func power(_ base: Double, _ exponent: Int) -> Double {
        var (result, base, rest) = (1.0, base, exponent)
        while rest > 0 {
            if rest & 1 == 1 { result *= base }
            base *= base
            rest >>= 1
        }
        return result
    }
}
