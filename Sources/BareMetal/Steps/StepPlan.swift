/// The steps of one piece of work, in the order in which they are taken.
public struct StepPlan: Sendable, Hashable, Codable {
    /// Who chose the steps.
    public enum Origin: String, Sendable, Hashable, Codable {
        /// The service, by priority. A cleaning of its own gives the node to the pool.
        case service
        /// An operator, in this order. A cleaning by hand keeps the node out of the pool.
        case request
    }

    public let kind: StepKind
    public let origin: Origin
    public let steps: [Step]
    /// Whether the machine runs the ramdisk while they are taken.
    public let usesRamdisk: Bool

    /// Orders by priority, then by interface, both downwards; of equals the first stays first, as
    /// in Ironic. Drops priority 0.
    public init(_ steps: [Step], for kind: StepKind) {
        self.kind = kind
        origin = .service
        self.steps = Self.sorted(steps.filter { $0.priority > 0 }, for: kind)
        usesRamdisk = true
    }

    /// Takes steps that were asked for as they are. Without one that needs the ramdisk none is
    /// started.
    public init(requested steps: [Step], for kind: StepKind) {
        self.kind = kind
        origin = .request
        self.steps = steps
        usesRamdisk = steps.contains(where: \.needsRamdisk)
    }

    static func sorted(_ steps: [Step], for kind: StepKind) -> [Step] {
        let ranked = steps.enumerated().map { index, step in
            (step: step, rank: kind.rank(of: step.interface) ?? 0, index: index)
        }
        return ranked.sorted {
            if $0.step.priority != $1.step.priority { return $0.step.priority > $1.step.priority }
            if $0.rank != $1.rank { return $0.rank > $1.rank }
            return $0.index < $1.index
        }.map(\.step)
    }

    public subscript(id: StepID) -> Step? { steps.first { $0.id == id } }

    /// What makes a ramdisk a rescue: its owner is let in.
    static let rescue = StepPlan(
        [Step(StepID(.deploy, .finalizeRescue), priority: 100, at: .agent)], for: .rescue)
}
