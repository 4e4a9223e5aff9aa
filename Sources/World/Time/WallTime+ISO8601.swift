extension WallTime {
    /// As Ironic writes dates: `2016-08-18T22:28:49.653974+00:00`. The day follows from the days
    /// since the epoch in the proleptic Gregorian calendar.
    public var iso8601: String {
        let (seconds, attoseconds) = sinceEpoch.components
        let day = Int(seconds) >= 0 ? Int(seconds) / 86_400 : (Int(seconds) - 86_399) / 86_400
        let second = Int(seconds) - day * 86_400
        // Years begin in March here, so that a leap day is the last of its year.
        let shifted = day + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let date = (
            year: yearOfEra + era * 400 + (month >= 10 ? 1 : 0),
            month: month < 10 ? month + 3 : month - 9, day: dayOfYear - (153 * month + 2) / 5 + 1
        )
        let micros = Int(attoseconds / 1_000_000_000_000)
        return Self.digits(date.year, 4) + "-" + Self.digits(date.month, 2) + "-"
            + Self.digits(date.day, 2) + "T" + Self.digits(second / 3600, 2) + ":"
            + Self.digits(second / 60 % 60, 2) + ":" + Self.digits(second % 60, 2) + "."
            + Self.digits(max(0, micros), 6) + "+00:00"
    }

    /// As Heat writes dates: `2016-08-18T22:28:49Z`.
    public var isoSeconds: String { iso8601.prefix(19) + "Z" }

    private static func digits(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}
