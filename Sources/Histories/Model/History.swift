/// What clients asked for and were told, in the order in which it happened.
///
/// The order of invocations and completions is the order in which they are recorded; times are for
/// people and for figures. Times must not go backwards.
public struct History: Sendable, Hashable {
    public private(set) var operations: [Operation] = []
    private var events = 0
    /// When the last invocation or completion was.
    public private(set) var end: Duration = .zero

    public init() {}

    /// Records that an operation begins.
    ///
    /// - Returns: its index, which ``complete(_:_:at:)`` asks for.
    @discardableResult
    public mutating func invoke(
        _ process: ProcessNumber, _ action: Action, on object: ObjectName, at time: Duration
    ) -> Int {
        let place = step(to: time)
        operations.append(
            Operation(
                index: operations.count, process: process, object: object, action: action,
                invoked: time, invocation: place, completed: nil, completion: nil,
                outcome: .unknown("under way")))
        return operations.count - 1
    }

    /// Records what the operation of that index told its client.
    public mutating func complete(_ index: Int, _ outcome: Outcome, at time: Duration) {
        precondition(operations[index].completion == nil, "An operation is completed once.")
        let place = step(to: time)
        operations[index].completion = place
        operations[index].completed = time
        operations[index].outcome = outcome
    }

    private mutating func step(to time: Duration) -> Int {
        precondition(time >= end, "A history's time does not go backwards.")
        end = time
        events += 1
        return events - 1
    }
}

extension History {
    /// Operations on each object, in order of invocation; objects by name.
    public var byObject: [(object: ObjectName, operations: [Operation])] {
        var places: [ObjectName: Int] = [:]
        var groups: [(object: ObjectName, operations: [Operation])] = []
        for operation in operations {
            if let place = places[operation.object] {
                groups[place].operations.append(operation)
            } else {
                places[operation.object] = groups.count
                groups.append((operation.object, [operation]))
            }
        }
        return groups.sorted { $0.object < $1.object }
    }
}
