/// No acknowledged element of a set or list is lost, and none appears that nobody added.
///
/// An element whose addition was acknowledged must be in every reading that is begun later; one
/// whose outcome is unknown may be in or not, but once a reading has shown it, it stays; one that
/// failed, was never added, or is added only later, must not be in. Elements are told apart by
/// their values: a client that adds the same value twice cannot be judged more finely than that.
public struct ElementsChecker: Sendable {
    /// Which readings must show what was acknowledged.
    public enum Freshness: Sendable, Hashable {
        /// Each that begins after the acknowledgement.
        case everyReading
        /// The last one of each object, after everything has come to rest.
        case lastReading
    }

    static let lost = "no acknowledged write lost"
    static let phantom = "nothing read that nobody wrote"

    public let freshness: Freshness

    public init(freshness: Freshness = .everyReading) { self.freshness = freshness }

    public func check(_ history: History) -> Verdict {
        for (object, operations) in history.byObject {
            let additions = Additions(operations)
            var readings = operations.filter { $0.action == .readAll && $0.isAcknowledged }
            if freshness == .lastReading { readings = Array(readings.suffix(1)) }
            if let found = contradiction(object, additions, readings) { return .violated(found) }
        }
        return .holds
    }

    private func contradiction(
        _ object: ObjectName, _ additions: Additions, _ readings: [Operation]
    ) -> Contradiction? {
        var shown = Shown()
        // Readings in order of completion: only one that is over binds another.
        for reading in readings.sorted(by: { ($0.completion ?? 0) < ($1.completion ?? 0) }) {
            guard case .elements(let elements)? = reading.observation else { continue }
            let present = Set(elements)
            if let found = phantom(object, reading, elements, additions)
                ?? missing(object, reading, present, additions)
                ?? vanished(object, reading, present, shown)
            {
                return found
            }
            shown.note(reading, elements)
        }
        return nil
    }

    private func phantom(
        _ object: ObjectName, _ reading: Operation, _ elements: [Value], _ additions: Additions
    ) -> Contradiction? {
        for element in elements {
            guard let known = additions.of(element) else {
                return contradiction(
                    Self.phantom, object, [reading],
                    "\(object) shows \(element), which nobody added.", reading)
            }
            if known.contains(where: { !$0.hasFailed && !reading.precedes($0) }) { continue }
            return contradiction(
                Self.phantom, object, [known[0], reading],
                "\(object) shows \(element), although its addition "
                    + (known[0].hasFailed ? "failed." : "was begun only later."), reading)
        }
        return nil
    }

    private func missing(
        _ object: ObjectName, _ reading: Operation, _ present: Set<Value>, _ additions: Additions
    ) -> Contradiction? {
        let lost = additions.acknowledged.filter { value, addition in
            addition.precedes(reading) && !present.contains(value)
        }
        guard let (value, addition) = lost.first else { return nil }
        let others = lost.count > 1 ? " So are \(lost.count - 1) more." : ""
        return contradiction(
            Self.lost, object, [addition, reading],
            "\(value) was acknowledged and is not in what was read of \(object) afterwards."
                + others, reading)
    }

    private func vanished(
        _ object: ObjectName, _ reading: Operation, _ present: Set<Value>, _ shown: Shown
    ) -> Contradiction? {
        for (value, earlier) in shown.first
        where earlier.precedes(reading) && !present.contains(value) {
            return contradiction(
                Self.lost, object, [earlier, reading],
                "\(value) was shown by one reading of \(object) and is not in a later one.",
                reading)
        }
        return nil
    }

    private func contradiction(
        _ rule: String, _ object: ObjectName, _ operations: [Operation], _ sentence: String,
        _ reading: Operation
    ) -> Contradiction {
        Contradiction(
            rule: rule, object: object,
            operations: operations.sorted { $0.invocation < $1.invocation },
            paragraph: sentence + " " + operations.map { "\($0)" }.joined(separator: "; ") + ".")
    }
}
