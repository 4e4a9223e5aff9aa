/// Nodes told by what they are instead of by name.
public struct LocationRule: Sendable, Hashable {
    public enum Worth: Sendable, Hashable {
        case fixed(Score)
        /// The value of a node attribute.
        case attribute(String)
    }

    public var id: String
    public var worth: Worth
    public var role: ResourceRole?
    public var condition: RuleCondition

    public init(
        _ id: String, _ worth: Worth, role: ResourceRole? = nil, if condition: RuleCondition
    ) {
        self.id = id
        self.worth = worth
        self.role = role
        self.condition = condition
    }
}
