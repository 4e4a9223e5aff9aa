extension Duration {
    /// Whole nanoseconds; 64 bits of them last 292 years.
    public var nanoseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds * 1_000_000_000 + attoseconds / 1_000_000_000
    }

    public var seconds: Double { Double(nanoseconds) / 1e9 }

    /// Hours, minutes and seconds, as `1:42:10`.
    public var clockText: String {
        let (seconds, sign) = (abs(nanoseconds) / 1_000_000_000, nanoseconds < 0 ? "-" : "")
        return "\(sign)\(seconds / 3600):\(twoDigits(seconds / 60 % 60)):\(twoDigits(seconds % 60))"
    }

    /// The same with milliseconds, as `1:42:10.250`.
    public var preciseClockText: String {
        let milliseconds = abs(nanoseconds) / 1_000_000 % 1000
        return clockText + "." + String(String(1000 + milliseconds).dropFirst())
    }

    /// One rounded unit, for sentences: `250 ms`, `12 s`, `4 min`, `3 h`.
    public var shortText: String {
        let value = nanoseconds
        if value < 1_000_000_000 { return "\(value / 1_000_000) ms" }
        if value < 180_000_000_000 { return "\(value / 1_000_000_000) s" }
        if value < 3 * 3_600_000_000_000 { return "\(value / 60_000_000_000) min" }
        return "\(value / 3_600_000_000_000) h"
    }

    private func twoDigits(_ value: Int64) -> String { (value < 10 ? "0" : "") + String(value) }
}
