/// An argument that a step takes (an entry of Ironic's `argsinfo`).
public struct StepArgument: Sendable, Hashable {
    public enum Need: Sendable, Hashable {
        case required
        case optional
    }

    public let name: String
    public let need: Need
    /// What it is for, in words.
    public let description: String

    public init(_ name: String, _ need: Need, _ description: String = "") {
        self.name = name
        self.need = need
        self.description = description
    }
}
