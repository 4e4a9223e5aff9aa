/// Mean and deviation of figures, as the reference's libraries compute them.
struct SampleStatistics {
    let count: Int
    let minimum: Double
    let maximum: Double
    let mean: Double
    /// Of the sample: divided by one less than there are. Not a number for less than two.
    let deviation: Double

    /// Not a number is passed over, as pandas does.
    init(_ values: [Double]) {
        let known = values.filter { !$0.isNaN }
        count = known.count
        minimum = known.min() ?? .nan
        maximum = known.max() ?? .nan
        mean = known.isEmpty ? .nan : Self.sum(known) / Double(known.count)
        deviation = Self.deviation(known, mean, divisor: known.count - 1)
    }

    /// Hundredths of the mean; 0 for a single figure.
    var deviationPercent: Double { count == 1 ? 0 : deviation / mean * 100 }

    /// Of the whole population: divided by how many there are, as the reference's summaries do.
    static func populationDeviation(_ values: [Double]) -> Double {
        let mean = values.reduce(0, +) / Double(max(1, values.count))
        return deviation(values, mean, divisor: values.count)
    }

    /// Eight sums side by side, as numpy adds, so that the last digit is the same.
    private static func sum(_ values: [Double]) -> Double {
        guard values.count >= 8 else { return values.reduce(0, +) }
        let whole = values.count - values.count % 8
        var sums = Array(values[..<8])
        for index in 8..<max(8, whole) { sums[index % 8] += values[index] }
        let pairs = stride(from: 0, to: 8, by: 2).map { sums[$0] + sums[$0 + 1] }
        let total = (pairs[0] + pairs[1]) + (pairs[2] + pairs[3])
        return values[whole...].reduce(total, +)
    }

    private static func deviation(_ values: [Double], _ mean: Double, divisor: Int) -> Double {
        guard divisor > 0 else { return .nan }
        let squares = sum(values.map { ($0 - mean) * ($0 - mean) })
        return (squares / Double(divisor)).squareRoot()
    }
}
