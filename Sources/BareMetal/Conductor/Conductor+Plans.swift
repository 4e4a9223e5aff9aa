import Hardware
import World

extension Conductor {
    /// Whether the steps that a request brings along can be taken at all. What templates add to
    /// them is known only when they are planned.
    func check(
        _ request: NodeRequest, on node: Node, ramdisk: StepValidation.Ramdisk
    ) throws(ConductorError) {
        do throws(StepRefusal) {
            switch request {
            case .clean(let steps):
                _ = try book.planner(for: node, asked: steps)
                    .requested(steps, for: .clean, ramdisk: ramdisk)
            case .service(let steps):
                _ = try book.planner(for: node, asked: steps)
                    .requested(steps, for: .service, ramdisk: ramdisk)
            case .deploy(let instance) where !instance.steps.isEmpty:
                _ = try book.planner(for: node, asked: instance.steps).deployment(instance.steps)
            default: break
            }
        } catch { throw .steps(node.name, error) }
    }

    /// The steps of the work that a node has just begun.
    func plan(for node: Node) async throws(ConductorError) -> StepPlan {
        let asked = node.requestedSteps ?? []
        let planner = book.planner(for: node, asked: asked)
        do throws(StepRefusal) {
            switch node.provisionState {
            case .cleaning:
                guard let steps = node.requestedSteps else {
                    return book.automatedCleaning(of: node)
                }
                return try planner.requested(steps, for: .clean)
            case .servicing:
                return try planner.requested(asked, for: .service)
            case .rescuing: return .rescue
            default: break
            }
        } catch { throw .steps(node.name, error) }
        let plan = try await deployment(of: node)
        return try await rootVolume(of: node) == nil ? plan : plan.withoutImage
    }

    private func deployment(of node: Node) async throws(ConductorError) -> StepPlan {
        guard let instance = node.instance, !instance.traits.isEmpty || !instance.steps.isEmpty
        else { return book.deployment }
        var templates: [DeployTemplate] = []
        for trait in instance.traits {
            if let template = try await template(trait) { templates.append(template) }
        }
        let planner = book.planner(
            for: node, asked: instance.steps + templates.flatMap(\.steps))
        do {
            return try planner.deployment(instance.steps, templates: templates)
        } catch { throw .steps(node.name, error) }
    }

    private func template(_ trait: Trait) async throws(ConductorError) -> DeployTemplate? {
        try await patiently { () throws(StoreError) in
            try await store.get(DeployTemplate.self, trait.text)?.document
        }
    }

    /// Whether a node goes to the pool as it is.
    func skipsCleaning(_ node: Node) -> Bool {
        let choice = node.automatedCleaning ?? book.options.automatedCleaning
        return node.requestedSteps == nil && choice == .disabled
    }
}
