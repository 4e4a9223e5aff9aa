import Hardware

/// Amounts with their units, as people write them.
enum UnitText {
    /// Longer than any run: ten thousand days.
    static let longestDuration: Int64 = 10_000 * 86_400 * 1_000
    /// One exbibyte, which no machine has.
    static let largestAmount: Int64 = 1 << 60

    /// Whole amounts of one unit: `250ms`, `90s`, `5m`, `2h`, `1d`.
    static func duration(_ text: String) -> Duration? {
        let units: [(String, Int64)] = [
            ("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000),
        ]
        return product(text, units, limit: longestDuration).map { .milliseconds($0) }
    }

    /// The same, or backwards: `-5m`.
    static func signedDuration(_ text: String) -> Duration? {
        guard text.hasPrefix("-") else { return duration(text) }
        return duration(String(text.dropFirst())).map { .zero - $0 }
    }

    /// Binary units only: `512MiB`, `32GiB`.
    static func amount(_ text: String) -> ByteCount? {
        let units: [(String, Int64)] = [
            ("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30), ("TiB", 1 << 40),
        ]
        return product(text, units, limit: largestAmount).flatMap { bytes in
            bytes > 0 ? ByteCount(bytes: bytes) : nil
        }
    }

    /// Networks count in bits and powers of ten: `10Gbit/s`, `100Mbit/s`.
    static func bandwidth(_ text: String) -> Bandwidth? {
        let units: [(String, Int64)] = [("Mbit/s", 1), ("Gbit/s", 1000)]
        return product(text, units, limit: 1_000_000_000).flatMap { megabits in
            megabits > 0 ? .gigabits(Double(megabits) / 1000) : nil
        }
    }

    /// `400W`, `7kW`.
    static func watts(_ text: String) -> Watts? {
        product(text, [("W", 1), ("kW", 1000)], limit: 1_000_000_000).flatMap { watts in
            watts > 0 ? Watts(Double(watts)) : nil
        }
    }

    /// `5%`, `0.5%`.
    static func ratio(_ text: String) -> Ratio? {
        guard text.hasSuffix("%") else { return nil }
        let digits = text.dropLast()
        guard digits.allSatisfy({ $0.isASCII && $0.isNumber || $0 == "." }),
            let percent = Double(String(digits)), percent <= 100
        else { return nil }
        return .percent(percent)
    }

    /// `200ppm`, `-50ppm`; a clock does not stop or run backwards.
    static func partsPerMillion(_ text: String) -> Int? {
        guard text.hasSuffix("ppm"), let value = Int(text.dropLast(3)) else { return nil }
        return (-999_999...999_999).contains(value) && value != 0 ? value : nil
    }

    private static func product(
        _ text: String,
        _ units: [(name: String, factor: Int64)],
        limit: Int64
    ) -> Int64? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let unit = text.dropFirst(digits.count)
        guard let factor = units.first(where: { $0.name == unit })?.factor,
            let count = Int64(String(digits)), count <= limit / factor
        else { return nil }
        return count * factor
    }
}
