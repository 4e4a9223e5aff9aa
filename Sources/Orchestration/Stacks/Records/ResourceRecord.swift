import Hardware
public import World

/// One resource of a stack as it is kept. While a resource is replaced there are two of its name.
public struct ResourceRecord: StoredDocument, Hashable {
    public static let kind: DocumentKind = "stack-resource"
    public static let version = 1

    /// The stack's id, the resource's name, and a number that tells it from those it replaces.
    public let id: String
    public let stack: String
    public let name: String
    public let number: Int

    /// What the resource was made from, or last brought to.
    public var definition: ResolvedDefinition
    public var action = ResourceAction.`init`
    public var status = WorkStatus.complete
    public var reason = ""
    /// What names the thing that the resource stands for; of a nested stack its id.
    public var physicalID: String?
    /// What the type keeps of it.
    public var data: TemplateValue = .emptyMap
    /// What others wrote into its metadata, over what the template says.
    public var metadata: TemplateValue?
    /// The records of the resources it rests on.
    public var requires: [String] = []
    /// The record that it takes the place of.
    public var replaces: String?
    public var replacedBy: String?
    /// The source of the stack that it was last brought to.
    public var source: String
    /// The traversal that worked on it last.
    public var traversal: Int
    /// The engine that works on it; nil at rest.
    public var worker: String?
    /// Creations that failed and may be tried again.
    public var retries = 0
    /// When it is to be looked at again, on the engine's clock.
    public var due: Instant?
    /// When the present action began.
    public var since: Instant?
    public var createdAt: WallTime
    public var updatedAt: WallTime
    /// The hook it waits at.
    public var hook: Hook?
    /// Those it has passed in the traversal that it was held in last.
    public var passed: [Hook] = []
    /// The traversal in which it last came to a hook.
    var heldIn: Int?

    static func id(stack: String, name: String, number: Int) -> String {
        "\(stack)/\(name)/\(number)"
    }
}

extension ResourceRecord {
    /// As Heat writes it: `CREATE_COMPLETE`.
    public var state: String { "\(action.rawValue)_\(status.rawValue)" }
}
