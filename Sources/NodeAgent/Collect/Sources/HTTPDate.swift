/// A date as answers on the web have it, as in `Wed, 19 Mar 2014 10:51:59 GMT`.
struct HTTPDate: Sendable, Hashable, Comparable {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Year, month, day, hour, minute and second.
    private let parts: [Int]

    init?(_ text: String) {
        let words = text.split(separator: " ")
        guard words.count == 6, let day = Int(words[1]), let year = Int(words[3]),
            let month = Self.months.firstIndex(of: String(words[2]))
        else { return nil }
        let time = words[4].split(separator: ":").compactMap { Int($0) }
        guard time.count == 3 else { return nil }
        parts = [year, month, day] + time
    }

    static func < (one: HTTPDate, two: HTTPDate) -> Bool {
        one.parts.lexicographicallyPrecedes(two.parts)
    }
}
