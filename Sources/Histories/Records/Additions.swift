/// What clients put into one object, by value.
struct Additions {
    private var places: [Value: Int] = [:]
    private var groups: [[Operation]] = []
    /// The first acknowledged addition of each value, in order of invocation.
    private(set) var acknowledged: [(value: Value, addition: Operation)] = []

    /// - Parameter operations: those of one object, in order of invocation.
    init(_ operations: [Operation]) {
        for operation in operations {
            guard case .add(let value) = operation.action else { continue }
            if let place = places[value] {
                groups[place].append(operation)
            } else {
                places[value] = groups.count
                groups.append([operation])
            }
        }
        for group in groups {
            guard let first = group.first(where: \.isAcknowledged),
                case .add(let value) = first.action
            else { continue }
            acknowledged.append((value, first))
        }
    }

    /// All attempts to add the value; `nil` if there were none.
    func of(_ value: Value) -> [Operation]? { places[value].map { groups[$0] } }
}
