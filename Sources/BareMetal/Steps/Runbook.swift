public import Hardware
public import World

/// Steps that an operator keeps under a name, for cleaning and service of nodes that carry one of
/// its traits.
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

    /// Letters, digits and `-._~`; a trait's name where the runbook has no traits of its own.
    public let name: String
    public let uuid: Identifier
    /// At least one; no two the same.
    public let entries: [Entry]
    /// Whether its steps may start a ramdisk (Ironic's `disable_ramdisk`).
    public let ramdisk: StepValidation.Ramdisk
    /// A node that carries one of them may be given these steps. Nil for the trait of the
    /// runbook's name, as it was before Ironic's API version 1.112; none fits where there are none.
    public let traits: [Trait]?
    public var description: String?
    /// Whose it is; nil for operators.
    public var owner: ProjectID?
    /// Whether other projects than the owner's may take it, too.
    public var visibility = Visibility.own
    public var extra: [String: JSONValue] = [:]
    public var dates: RecordDates?

    public enum Visibility: String, Sendable, Hashable, Codable {
        case own, everybody
    }

    /// - Throws: what is wrong with the name or the steps.
    public init(
        name: String, uuid: Identifier, entries: [Entry],
        ramdisk: StepValidation.Ramdisk = .allowed, traits: [Trait]? = nil
    ) throws(StepTemplateError) {
        if let traits {
            guard RecordName.isValid(name), name.utf8.count <= StepTemplateError.nameLimit else {
                throw .name(name)
            }
            if let stray = traits.first(where: { !$0.isValid }) { throw .name(stray.text) }
        } else {
            try StepTemplateError.check(name: name)
        }
        try StepTemplateError.check(steps: entries.map(\.step))
        self.name = name
        self.uuid = uuid
        self.entries = entries
        self.ramdisk = ramdisk
        self.traits = traits
    }

    public var id: String { name }

    /// The steps in their order; of equal orders the first listed goes first.
    public var steps: [RequestedStep] {
        entries.enumerated()
            .sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
            .map(\.element.step)
    }

    /// Whether a node may be given these steps: it carries one of the traits.
    public func fits(_ node: Node) -> Bool {
        node.traits.contains { (traits ?? [Trait(name)]).contains($0) }
    }
}
