public import Hardware
public import World

/// Steps that are added to the deployment of every instance that asks for a trait of this name.
public struct DeployTemplate: StoredDocument, Hashable {
    public static let kind: DocumentKind = "deploy-template"
    public static let version = 1

    public let name: Trait
    public let uuid: Identifier
    /// At least one; each with a priority, no two the same.
    public let steps: [RequestedStep]
    public var description: String?
    public var extra: [String: JSONValue] = [:]
    public var dates: RecordDates?

    /// - Throws: what is wrong with the name or the steps.
    public init(
        name: Trait, uuid: Identifier, steps: [RequestedStep]
    ) throws(StepTemplateError) {
        try StepTemplateError.check(name: name.text)
        try StepTemplateError.check(steps: steps)
        if let bare = steps.first(where: { $0.priority == nil }) { throw .noPriority(bare.id) }
        self.name = name
        self.uuid = uuid
        self.steps = steps
    }

    public var id: String { name.text }
}
