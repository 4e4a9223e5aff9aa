/// Holds steps that somebody asked for against what the machine offers (Ironic's conductor).
public struct StepValidation: Sendable {
    /// What is done about a step that nobody offers.
    public enum Unknown: Sendable {
        case refused
        /// Left out for now: the agent that may offer it has not been heard yet.
        case skipped
    }

    /// Whether a ramdisk may be started for the steps.
    public enum Ramdisk: String, Sendable, Hashable, Codable {
        case allowed
        /// Ironic's `disable_ramdisk`.
        case disabled
    }

    private let kind: StepKind
    private let catalogue: StepCatalogue
    private let unknown: Unknown
    private let ramdisk: Ramdisk
    private var problems: [StepRefusal.Problem] = []
    private var steps: [Step] = []
    /// Where each stands among those asked for, switched off or not. Looked up only.
    private var seen: Set<StepID> = []

    private init(
        _ kind: StepKind, _ catalogue: StepCatalogue, _ unknown: Unknown, _ ramdisk: Ramdisk
    ) {
        self.kind = kind
        self.catalogue = catalogue
        self.unknown = unknown
        self.ramdisk = ramdisk
    }

    /// The steps as they are taken: in the order they were asked for, with the drivers' knowledge
    /// of them. Steps of a deployment that are switched off are among them.
    ///
    /// Reserved steps are nobody's, so they are not looked up.
    ///
    /// - Throws: everything that is wrong, in the steps' order.
    public static func steps(
        _ requests: [RequestedStep], for kind: StepKind, among catalogue: StepCatalogue,
        unknown: Unknown = .refused, ramdisk: Ramdisk = .allowed, templates: [String] = []
    ) throws(StepRefusal) -> [Step] {
        var validation = StepValidation(kind, catalogue, unknown, ramdisk)
        for request in requests { validation.take(request) }
        guard validation.problems.isEmpty else {
            throw StepRefusal(validation.problems, in: templates)
        }
        return validation.steps
    }

    private mutating func take(_ request: RequestedStep) {
        if kind == .deploy, request.priority == nil { problems.append(.noPriority(request.id)) }
        if let reserved = request.reserved { return steps.append(reserved.step(request)) }
        guard let definition = catalogue[kind, request.id] else {
            if unknown == .refused { problems.append(.notSupported(kind, request.id)) }
            return
        }
        checkArguments(request, definition)
        if kind == .deploy { checkDeployment(request) }
        let priority = kind == .deploy ? request.priority : definition.priority
        steps.append(definition.step(priority: priority, arguments: request.arguments))
    }

    private mutating func checkArguments(_ request: RequestedStep, _ definition: StepDefinition) {
        let known = Set(definition.arguments.map(\.name))
        let unexpected = request.arguments.keys.filter { !known.contains($0) }.sorted()
        if !unexpected.isEmpty { problems.append(.unexpected(kind, request.id, unexpected)) }
        // What is switched off is not taken, so it needs nothing.
        guard kind != .deploy || request.priority != 0 else { return }
        let missing = definition.arguments
            .filter { $0.need == .required && request.arguments[$0.name] == nil }
            .map { $0.description.isEmpty ? $0.name : "\($0.name) (\($0.description))" }
        if !missing.isEmpty { problems.append(.missing(kind, request.id, missing)) }
        if ramdisk == .disabled, definition.ramdisk == .required {
            problems.append(.needsRamdisk(kind, request.id))
        }
    }

    private mutating func checkDeployment(_ request: RequestedStep) {
        if request.priority != 0, StepID.coreOfDeployment.contains(request.id) {
            problems.append(.isCore(request.id))
        }
        if !seen.insert(request.id).inserted, !problems.contains(.duplicate(request.id)) {
            problems.append(.duplicate(request.id))
        }
    }
}
