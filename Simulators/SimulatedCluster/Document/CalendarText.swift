/// Dates as configurations write them: `2005-020`, `2009-10-03 12:00:00Z`, `20091003T120000`.
enum CalendarText {
    /// Seconds since 1970 in UTC; nil for what is no date.
    static func seconds(_ text: String) -> Int? {
        let halves = text.split { $0 == "T" || $0 == " " }
        guard let date = halves.first, let days = days(date) else { return nil }
        return days * 86_400 + (halves.count > 1 ? clock(halves[1]) : 0)
    }

    private static func days(_ text: Substring) -> Int? {
        let numbers = text.split(separator: "-").map { Int($0) ?? 0 }
        switch numbers.count {
        case 3: return days(numbers[0], numbers[1], numbers[2])
        case 2: return days(numbers[0], 1, 1) + numbers[1] - 1
        case 1 where text.count == 8:
            return days(numbers[0] / 10_000, numbers[0] / 100 % 100, numbers[0] % 100)
        case 1 where text.count == 4: return days(numbers[0], 1, 1)
        default: return nil
        }
    }

    private static func clock(_ text: Substring) -> Int {
        let digits = text.prefix { $0.isNumber || $0 == ":" }
        let parts = digits.split(separator: ":").map { Int($0) ?? 0 }
        if parts.count == 1, digits.count >= 4 {
            let number = parts[0]
            return digits.count == 4
                ? number / 100 * 3600 + number % 100 * 60
                : number / 10_000 * 3600 + number / 100 % 100 * 60 + number % 100
        }
        return zip(parts, [3600, 60, 1]).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// Days since 1970 in the proleptic Gregorian calendar.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = year / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
            - 719_468
    }

    static func parts(of seconds: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = seconds / 86_400 + 719_468
        let era = shifted / 146_097
        let day = shifted - era * 146_097
        let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365
        let dayOfYear = day - (365 * year + year / 4 - year / 100)
        let part = (5 * dayOfYear + 2) / 153
        let month = part + (part < 10 ? 3 : -9)
        return (
            year + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * part + 2) / 5 + 1
        )
    }
}
