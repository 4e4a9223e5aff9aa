/// Every confirmed message of a queue is taken by somebody or still in it, and nothing is taken
/// that nobody put there.
///
/// Messages are told apart by their values. A client that does not know whether it took something
/// may have taken any one message: so many may be missing without blame.
public struct QueueChecker: Sendable {
    /// How often a message may be taken.
    public enum Delivery: Sendable, Hashable {
        /// Again after a consumer was lost, which AMQP calls redelivery.
        case atLeastOnce
        case exactlyOnce
    }

    static let lost = "no confirmed message lost"
    static let phantom = "nothing taken that nobody published"
    static let twice = "no message taken twice"

    public let delivery: Delivery

    public init(delivery: Delivery = .atLeastOnce) { self.delivery = delivery }

    /// - Parameter remaining: messages that are known to be in a queue at the end, by queue. A
    ///   queue that is left out was emptied by its last takers.
    public func check(_ history: History, remaining: [ObjectName: [Value]] = [:]) -> Verdict {
        for (object, operations) in history.byObject {
            let verdict = check(object, operations, Set(remaining[object] ?? []))
            guard case .holds = verdict else { return verdict }
        }
        return .holds
    }

    private func check(
        _ object: ObjectName, _ operations: [Operation], _ remaining: Set<Value>
    ) -> Verdict {
        let published = Additions(operations)
        var taken: [Value: Operation] = [:]
        var unknown = 0
        for operation in operations where operation.action == .take {
            guard operation.isAcknowledged else {
                unknown += operation.hasFailed ? 0 : 1
                continue
            }
            guard case .value(let value?)? = operation.observation else { continue }
            if let found = phantom(object, operation, value, published) { return .violated(found) }
            if let earlier = taken[value], delivery == .exactlyOnce,
                (published.of(value)?.count ?? 0) < 2
            {
                return .violated(repeated(object, earlier, operation, value))
            }
            if taken[value] == nil { taken[value] = operation }
        }
        let missing = published.acknowledged.filter { value, _ in
            taken[value] == nil && !remaining.contains(value)
        }
        guard missing.count > unknown else { return .holds }
        return .violated(loss(object, missing, unknown))
    }

    private func phantom(
        _ object: ObjectName, _ take: Operation, _ value: Value, _ published: Additions
    ) -> Contradiction? {
        let attempts = published.of(value) ?? []
        if attempts.contains(where: { !$0.hasFailed && !take.precedes($0) }) { return nil }
        let why =
            attempts.isEmpty
            ? "nobody published" : "was refused when it was published, or published only later"
        return Contradiction(
            rule: Self.phantom, object: object, operations: attempts + [take],
            paragraph: "\(value) came out of \(object), which \(why). \(take).")
    }

    private func repeated(
        _ object: ObjectName, _ first: Operation, _ second: Operation, _ value: Value
    ) -> Contradiction {
        Contradiction(
            rule: Self.twice, object: object, operations: [first, second],
            paragraph: "\(value) was taken twice from \(object). \(first); \(second).")
    }

    private func loss(
        _ object: ObjectName, _ missing: [(value: Value, addition: Operation)], _ unknown: Int
    ) -> Contradiction {
        let first = missing[0]
        var text = "\(first.value) was confirmed by \(object), and nobody took it and it is not "
        text += "there any more. \(first.addition)."
        if missing.count > 1 { text += " So it is with \(missing.count - 1) more." }
        if unknown > 0 {
            text += " Takers that do not know what they took account for \(unknown) at most."
        }
        return Contradiction(
            rule: Self.lost, object: object,
            operations: missing.prefix(unknown + 1).map(\.addition), paragraph: text)
    }
}
