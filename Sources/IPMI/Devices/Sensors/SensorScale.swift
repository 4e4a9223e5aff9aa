/// How a sensor's byte becomes a figure: (M × byte + B × 10^Bexp) × 10^Rexp (IPMI 2.0, section
/// 36.3).
struct SensorScale: Sendable, Hashable {
    let multiplier: Int
    let offset: Int
    let offsetExponent: Int
    let resultExponent: Int
    /// Whether the byte is two's complement.
    let isSigned: Bool

    init(
        multiplier: Int, offset: Int = 0, offsetExponent: Int = 0, resultExponent: Int = 0,
        isSigned: Bool = false
    ) {
        self.multiplier = multiplier
        self.offset = offset
        self.offsetExponent = offsetExponent
        self.resultExponent = resultExponent
        self.isSigned = isSigned
    }

    func figure(_ byte: UInt8) -> Double {
        let raw = isSigned ? Int(Int8(bitPattern: byte)) : Int(byte)
        let sum = Double(multiplier * raw) + Double(offset) * Self.ten(offsetExponent)
        return resultExponent < 0
            ? sum / Self.ten(-resultExponent) : sum * Self.ten(resultExponent)
    }

    /// The byte whose figure is nearest.
    func byte(_ figure: Double) -> UInt8 {
        guard multiplier != 0, figure.isFinite else { return 0 }
        let scaled =
            resultExponent < 0
            ? figure * Self.ten(-resultExponent) : figure / Self.ten(resultExponent)
        let raw = (scaled - Double(offset) * Self.ten(offsetExponent)) / Double(multiplier)
        let range = isSigned ? -128.0...127.0 : 0.0...255.0
        let rounded = Int(min(max(raw.rounded(), range.lowerBound), range.upperBound))
        return UInt8(truncatingIfNeeded: rounded)
    }

    /// How many steps a distance has, for hysteresis.
    func steps(_ distance: Double) -> UInt8 {
        guard multiplier != 0 else { return 0 }
        let scaled = distance / Double(multiplier) * Self.ten(-resultExponent)
        return UInt8(min(max(scaled.rounded(), 0), 255))
    }

    private static func ten(_ exponent: Int) -> Double {
        var power = 1.0
        for _ in 0..<abs(exponent) { power *= 10 }
        return exponent < 0 ? 1 / power : power
    }
}
