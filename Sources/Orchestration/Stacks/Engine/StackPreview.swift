/// What an update would do to a stack's resources, by name, each list in the order of the template.
public struct StackPreview: Sendable, Hashable {
    public var unchanged: [String] = []
    public var updated: [String] = []
    public var replaced: [String] = []
    public var added: [String] = []
    public var deleted: [String] = []

    public init() {}
}
