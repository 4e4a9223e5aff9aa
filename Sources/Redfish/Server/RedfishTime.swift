/// Dates as Redfish writes them: `2026-11-21T18:02:03Z` (DSP0266, date-time values).
enum RedfishTime {
    /// - Parameter sinceEpoch: since 1970-01-01T00:00:00Z.
    static func text(_ sinceEpoch: Duration) -> String {
        let seconds = sinceEpoch.components.seconds
        let (days, rest) = (seconds.flooredQuotient(86_400), seconds.flooredRemainder(86_400))
        let (year, month, day) = date(days)
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
            + "T\(padded(rest / 3600, 2)):\(padded(rest / 60 % 60, 2)):\(padded(rest % 60, 2))Z"
    }

    /// The time since 1970; nil where the text is no date. Fractions of a second are left out, and
    /// seconds may be, as in DMTF's own mockups.
    static func sinceEpoch(_ text: String) -> Duration? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 17, bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[10] | 0x20 == 0x74,
            bytes[13] == 0x3A, let year = number(bytes[0..<4]), let month = number(bytes[5..<7]),
            let day = number(bytes[8..<10]), let hour = number(bytes[11..<13]),
            let minute = number(bytes[14..<16]), (1...12).contains(month),
            (1...31).contains(day), hour < 24, minute < 60,
            let (second, zone) = seconds(bytes[16...]), let offset = offset(Array(zone))
        else { return nil }
        let clock = hour * 3600 + minute * 60 + second
        return .seconds(days(year, month, day) * 86_400 + clock - offset)
    }

    /// The seconds at the beginning, where there are any, and what comes after them.
    private static func seconds(_ rest: ArraySlice<UInt8>) -> (Int64, ArraySlice<UInt8>)? {
        guard rest.first == UInt8(ascii: ":") else { return (0, rest) }
        let digits = rest.dropFirst().prefix(2)
        guard digits.count == 2, let second = number(digits), second < 61 else { return nil }
        let zone = rest.dropFirst(3)
        guard zone.first == UInt8(ascii: ".") else { return (second, zone) }
        return (second, zone.dropFirst().drop { (0x30...0x39).contains($0) })
    }

    private static func offset(_ zone: [UInt8]) -> Int64? {
        if zone.count == 1, zone[0] | 0x20 == UInt8(ascii: "z") { return 0 }
        guard zone.count == 6, zone[3] == UInt8(ascii: ":"), zone[0] == 0x2B || zone[0] == 0x2D,
            let hours = number(zone[1..<3]), let minutes = number(zone[4..<6]), hours < 24,
            minutes < 60
        else { return nil }
        return (hours * 3600 + minutes * 60) * (zone[0] == 0x2B ? 1 : -1)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int64? {
        guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
    }

    private static func padded(_ number: Int64, _ count: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, count - text.count)) + text
    }

    /// Days since 1970 of a date of the Gregorian calendar. Years begin in March for it, so that
    /// the leap day is the last of its year.
    private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let year = month <= 2 ? year - 1 : year
        let era = year.flooredQuotient(400)
        let ofEra = year - era * 400
        let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
    }

    private static func date(_ days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let shifted = days + 719_468
        let era = shifted.flooredQuotient(146_097)
        let ofEra = shifted - era * 146_097
        let year = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * year + year / 4 - year / 100)
        let index = (5 * ofYear + 2) / 153
        let month = index < 10 ? index + 3 : index - 9
        return (year + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * index + 2) / 5 + 1)
    }
}

extension Int64 {
    fileprivate func flooredQuotient(_ divisor: Int64) -> Int64 {
        (self - flooredRemainder(divisor)) / divisor
    }

    fileprivate func flooredRemainder(_ divisor: Int64) -> Int64 {
        let remainder = self % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }
}
