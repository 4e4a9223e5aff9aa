public import Hardware
public import World

/// Steps that an operator keeps under a name, for cleaning and service of nodes that carry the
/// trait of this name.
public struct Runbook: StoredDocument, Hashable {
    public static let kind: DocumentKind = "runbook"
    public static let version = 1

    /// A step, and where it stands: the lowest order goes first.
    public struct Entry: Sendable, Hashable, Codable {
        public let step: RequestedStep
        public let order: Int

        public init(_ step: RequestedStep, order: Int) {
            precondition(order >= 0, "An order is not negative.")
            self.step = step
            self.order = order
        }
    }

    /// A trait's name.
    public let name: Trait
    public let uuid: Identifier
    /// At least one; no two the same.
    public let entries: [Entry]
    /// Whether its steps may start a ramdisk (Ironic's `disable_ramdisk`).
    public let ramdisk: StepValidation.Ramdisk

    /// - Throws: what is wrong with the name or the steps.
    public init(
        name: Trait, uuid: Identifier, entries: [Entry],
        ramdisk: StepValidation.Ramdisk = .allowed
    ) throws(StepTemplateError) {
        try StepTemplateError.check(name: name.text)
        try StepTemplateError.check(steps: entries.map(\.step))
        self.name = name
        self.uuid = uuid
        self.entries = entries
        self.ramdisk = ramdisk
    }

    public var id: String { name.text }

    /// The steps in their order; of equal orders the first listed goes first.
    public var steps: [RequestedStep] {
        entries.enumerated()
            .sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
            .map(\.element.step)
    }

    /// Whether a node may be given these steps: it carries the trait.
    public func fits(_ node: Node) -> Bool { node.traits.contains(name) }
}
