extension Duration {
    /// In seconds with at most six places: `10.25 s`.
    var secondsText: String {
        let microseconds = attoseconds / 1_000_000_000_000
        let (whole, rest) = microseconds.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
        let sign = microseconds < 0 ? "-" : ""
        guard rest > 0 else { return "\(sign)\(whole) s" }
        var places = String(rest)
        places = String(repeating: "0", count: 6 - places.count) + places
        while places.last == "0" { places.removeLast() }
        return "\(sign)\(whole).\(places) s"
    }

    /// In seconds, for arithmetic that need not be exact.
    var fractionalSeconds: Double { Double(attoseconds) / 1e18 }
}
