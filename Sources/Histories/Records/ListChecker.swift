/// Readings of a list agree on its order: of any two, one is the beginning of the other, and no
/// element stands in it more often than it was added.
///
/// What is lost or invented is ``ElementsChecker``'s to say.
public struct ListChecker: Sendable {
    static let order = "one order of a list's elements"
    static let duplicate = "no element twice"

    public init() {}

    public func check(_ history: History) -> Verdict {
        for (object, operations) in history.byObject {
            if let found = contradiction(object, operations) { return .violated(found) }
        }
        return .holds
    }

    private func contradiction(
        _ object: ObjectName, _ operations: [Operation]
    ) -> Contradiction? {
        let additions = Additions(operations)
        let readings = operations.compactMap { operation -> (Operation, [Value])? in
            guard case .elements(let elements)? = operation.observation else { return nil }
            return (operation, elements)
        }
        for (reading, elements) in readings {
            if let found = duplicate(object, reading, elements, additions) { return found }
        }
        let byLength = readings.sorted {
            ($0.1.count, $0.0.invocation) < ($1.1.count, $1.0.invocation)
        }
        for (shorter, longer) in zip(byLength, byLength.dropFirst()) {
            if let place = shorter.1.indices.first(where: { shorter.1[$0] != longer.1[$0] }) {
                return disagreement(object, shorter, longer, place)
            }
        }
        return nil
    }

    private func disagreement(
        _ object: ObjectName, _ one: (Operation, [Value]), _ other: (Operation, [Value]),
        _ place: Int
    ) -> Contradiction {
        let operations = [one.0, other.0].sorted { $0.invocation < $1.invocation }
        return Contradiction(
            rule: Self.order, object: object, operations: operations,
            paragraph: "Two readings of \(object) disagree: at place \(place + 1) one has "
                + "\(one.1[place]), the other \(other.1[place]). "
                + operations.map { "\($0)" }.joined(separator: "; ") + ".")
    }

    private func duplicate(
        _ object: ObjectName, _ reading: Operation, _ elements: [Value], _ additions: Additions
    ) -> Contradiction? {
        var seen: [Value: Int] = [:]
        for element in elements {
            let count = seen[element, default: 0] + 1
            seen[element] = count
            let attempts = additions.of(element) ?? []
            guard count > max(1, attempts.count) else { continue }
            return Contradiction(
                rule: Self.duplicate, object: object, operations: attempts + [reading],
                paragraph: "\(element) stands \(count) times in \(object) and was added "
                    + "\(attempts.count == 1 ? "once" : "\(attempts.count) times"). \(reading).")
        }
        return nil
    }
}
