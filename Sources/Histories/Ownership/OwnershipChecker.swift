/// A thing has one owner at a time.
///
/// Tenures that only touch do not overlap, and several of the same owner are one.
public struct OwnershipChecker: Sendable {
    static let rule = "one owner"

    public init() {}

    /// The first moment at which some object, by name, has two owners.
    public func check(_ tenures: [Tenure]) -> Verdict {
        let ordered = tenures.enumerated().sorted {
            ($0.element.object, $0.element.from, $0.offset)
                < ($1.element.object, $1.element.from, $1.offset)
        }.map(\.element)
        // Of what came before, whoever stays longest, and whoever of another owner does.
        var longest: Tenure?
        var other: Tenure?
        for tenure in ordered {
            if longest?.object != tenure.object { (longest, other) = (nil, nil) }
            for earlier in [longest, other] {
                if let earlier, earlier.owner != tenure.owner, earlier.isHeld(after: tenure.from),
                    tenure.isHeld(after: tenure.from)
                {
                    return .violated(overlap(earlier, tenure))
                }
            }
            note(tenure, &longest, &other)
        }
        return .holds
    }

    private func note(_ tenure: Tenure, _ longest: inout Tenure?, _ other: inout Tenure?) {
        guard let first = longest else {
            longest = tenure
            return
        }
        if tenure.outlasts(first) {
            if first.owner != tenure.owner { other = first }
            longest = tenure
        } else if tenure.owner != first.owner, other.map(tenure.outlasts) ?? true {
            other = tenure
        }
    }

    private func overlap(_ first: Tenure, _ second: Tenure) -> Contradiction {
        let end = [first.until, second.until].compactMap { $0 }.min()
        let period = end.map { "for \(($0 - second.from).secondsText)" } ?? "without end"
        return Contradiction(
            rule: Self.rule, object: second.object, operations: [],
            paragraph: "\(second.object) had two owners \(period), from "
                + "\(second.from.secondsText): \(first.owner) and \(second.owner). "
                + "\(first); \(second).")
    }
}

extension Tenure {
    /// Whether it goes on beyond that moment.
    func isHeld(after moment: Duration) -> Bool { until.map { $0 > moment } ?? true }

    func outlasts(_ other: Tenure) -> Bool {
        guard let end = other.until else { return false }
        return until.map { $0 > end } ?? true
    }
}
