import Hardware

/// Makes the plan of a node's work out of what is on offer and what was asked for. Pure.
public struct StepPlanner: Sendable {
    public let catalogue: StepCatalogue
    public let options: StepOptions

    public init(_ catalogue: StepCatalogue, _ options: StepOptions) {
        self.catalogue = catalogue
        self.options = options
    }

    /// Cleaning that nobody asked for.
    public var automatedCleaning: StepPlan {
        catalogue.plan(.clean, with: options.cleanPriorities) { options.isAllowed($0, for: .clean) }
    }

    /// Verification, which nobody asks for by steps.
    public var verification: StepPlan {
        catalogue.plan(.verify, with: options.verifyPriorities) {
            options.isAllowed($0, for: .verify)
        }
    }

    /// Steps that an operator asks for, in the operator's order.
    ///
    /// - Parameter kind: cleaning or service.
    /// - Throws: what is wrong with them; a step that is not allowed is wrong too.
    public func requested(
        _ requests: [RequestedStep], for kind: StepKind,
        ramdisk: StepValidation.Ramdisk = .allowed
    ) throws(StepRefusal) -> StepPlan {
        precondition(kind == .clean || kind == .service, "Only these are asked for in order.")
        guard !requests.isEmpty else { throw StepRefusal([.noSteps(kind)]) }
        try refuseDisallowed(requests, for: kind)
        let steps = try StepValidation.steps(
            requests, for: kind, among: catalogue, ramdisk: ramdisk)
        return StepPlan(requested: steps, for: kind)
    }

    /// A deployment: what was asked for goes before what templates say, and that before the
    /// drivers' own. Priority 0 switches a step off.
    ///
    /// - Parameter templates: those whose names are traits that the instance asks for.
    public func deployment(
        _ requests: [RequestedStep] = [], templates: [DeployTemplate] = []
    ) throws(StepRefusal) -> StepPlan {
        try refuseDisallowed(requests, for: .deploy)
        var chosen = try StepValidation.steps(requests, for: .deploy, among: catalogue)
        let names = templates.map(\.name.text)
        let fromTemplates = try StepValidation.steps(
            templates.flatMap(\.steps), for: .deploy, among: catalogue, templates: names)
        chosen += without(fromTemplates, Set(chosen.map(\.id)))
        let defaults = catalogue[.deploy].map { $0.step() }
        let all = without(defaults, Set(chosen.map(\.id))) + chosen
        return StepPlan(all.filter { options.isAllowed($0.id, for: .deploy) }, for: .deploy)
    }

    private func without(_ steps: [Step], _ ids: Set<StepID>) -> [Step] {
        steps.filter { !ids.contains($0.id) }
    }

    /// The first that is not allowed, as Ironic's API answers before it looks at anything else.
    private func refuseDisallowed(
        _ requests: [RequestedStep], for kind: StepKind
    ) throws(StepRefusal) {
        let disallowed = requests.first { !options.isAllowed($0.id, for: kind) }
        if let disallowed { throw StepRefusal([.disallowed(kind, disallowed.id)]) }
    }
}
