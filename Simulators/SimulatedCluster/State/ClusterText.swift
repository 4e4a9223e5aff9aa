/// How Pacemaker reads what configurations write.
enum ClusterText {
    static func isTrue(_ text: String) -> Bool { boolean(text) == true }

    /// - Returns: nil for what is neither true nor false.
    static func boolean(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "true", "on", "yes", "y", "1": true
        case "false", "off", "no", "n", "0": false
        default: nil
        }
    }

    /// A time: `10`, `10s`, `500ms`, `2min`, `1h`, or an ISO 8601 period as `PT1M`.
    static func duration(_ text: String?) -> Duration {
        guard let text else { return .zero }
        let trimmed = text.drop { $0 == " " }
        if trimmed.first == "P" || trimmed.first == "p" { return period(trimmed.dropFirst()) }
        let digits = trimmed.prefix(while: \.isNumber)
        guard let number = Int(digits) else { return .zero }
        switch trimmed.dropFirst(digits.count).drop(while: { $0 == " " }).lowercased() {
        case "ms", "msec": return .milliseconds(number)
        case "us", "usec": return .microseconds(number)
        case "m", "min": return .seconds(number * 60)
        case "h", "hr": return .seconds(number * 3600)
        default: return .seconds(number)
        }
    }

    private static func period(_ text: Substring) -> Duration {
        var seconds = 0
        var isTime = false
        var number = 0
        for character in text.uppercased() {
            switch character {
            case "T": isTime = true
            case "D": seconds += number * 86_400
            case "W": seconds += number * 604_800
            case "H": seconds += number * 3600
            case "M": seconds += number * (isTime ? 60 : 2_592_000)
            case "S": seconds += number
            case let digit: number = number * 10 + (digit.wholeNumberValue ?? 0)
            }
            if !character.isNumber { number = 0 }
        }
        return .seconds(seconds)
    }
}
