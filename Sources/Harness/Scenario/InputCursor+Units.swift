import BareMetal
import Hardware

extension InputCursor {
    func duration() -> Duration? {
        value(
            expected: "a duration with its unit, such as 90s, 5m, 2h, 250ms or 1d",
            UnitText.duration
        )
    }

    func amount() -> ByteCount? {
        value(
            expected: "an amount above zero with a binary unit, such as 32GiB or 512MiB",
            UnitText.amount
        )
    }

    func bandwidth() -> Bandwidth? {
        value(
            expected: "a bandwidth above zero with its unit, such as 10Gbit/s",
            UnitText.bandwidth
        )
    }

    func watts() -> Watts? {
        value(expected: "a power above zero with its unit, such as 400W or 7kW", UnitText.watts)
    }

    func ratio() -> Ratio? {
        value(expected: "a part between 0% and 100%, such as 5%", UnitText.ratio)
    }

    /// A whole number, with its bounds in the message.
    func count(_ range: ClosedRange<Int>) -> Int? {
        integer(
            in: range,
            expected: "a whole number from \(range.lowerBound) to \(range.upperBound)"
        )
    }

    /// One of a few words, all of which the message tells.
    func choice<Choice>(_ what: String, _ type: Choice.Type) -> Choice?
    where Choice: CaseIterable & RawRepresentable<String> {
        let known = Choice.allCases.map(\.rawValue)
        return word(what, among: known).flatMap { Choice(rawValue: $0) }
    }

    func word(_ what: String, among known: [String]) -> String? {
        guard let text = text(expected: "a \(what): \(known.joined(separator: ", "))") else {
            return nil
        }
        return knownName(text, what, among: known)
    }

    func knownName(_ name: String, _ what: String, among known: [String]) -> String? {
        if known.contains(name) { return name }
        let all = known.isEmpty ? "there are none" : "known are \(known.joined(separator: ", "))"
        report("unknown \(what) '\(Self.excerpt(name))'; \(all)")
        return nil
    }
}
