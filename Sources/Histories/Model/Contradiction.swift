/// Operations that cannot all be as their clients were told, and why.
public struct Contradiction: Sendable, Hashable {
    /// What does not hold, such as `no acknowledged write lost`.
    public let rule: String
    public let object: ObjectName
    /// As few of them as still contradict each other, in order of invocation.
    public let operations: [Operation]
    /// All of it in words, with values and times.
    public let paragraph: String

    public init(
        rule: String, object: ObjectName, operations: [Operation], paragraph: String
    ) {
        self.rule = rule
        self.object = object
        self.operations = operations
        self.paragraph = paragraph
    }
}

extension Contradiction: CustomStringConvertible {
    public var description: String { paragraph }
}
