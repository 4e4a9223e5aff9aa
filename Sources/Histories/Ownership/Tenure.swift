/// That somebody had a thing for itself for a while: a virtual address on a node, a volume in a
/// machine, leadership.
public struct Tenure: Sendable, Hashable {
    public let object: ObjectName
    public let owner: String
    public let from: Duration
    /// When it was over; `nil` if it never was.
    public let until: Duration?

    public init(_ object: ObjectName, of owner: String, from: Duration, until: Duration?) {
        precondition(until.map { $0 >= from } ?? true, "A tenure ends after it begins.")
        self.object = object
        self.owner = owner
        self.from = from
        self.until = until
    }
}

extension Tenure: CustomStringConvertible {
    public var description: String {
        "\(owner) had \(object) from \(from.secondsText) "
            + (until.map { "to \($0.secondsText)" } ?? "on")
    }
}
