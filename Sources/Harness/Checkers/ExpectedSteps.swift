import BareMetal
import Hardware
import Plans
import Undercloud

/// What the plans of nodes' work should be, by lists of its own, so that a step that is lost from
/// the services' catalogue or slips into it shows.
///
/// Sources: Ironic's deploy steps and ironic-python-agent's clean steps with their priorities, and
/// TripleO's choice to erase metadata only.
struct ExpectedSteps {
    private struct Entry: Hashable {
        let id: StepID
        let priority: Int
    }

    private static let deployment = [
        Entry(id: StepID(.deploy, "deploy"), priority: 100),
        Entry(id: StepID(.deploy, "write_image"), priority: 80),
        Entry(id: StepID(.deploy, "prepare_instance_boot"), priority: 60),
        Entry(id: StepID(.deploy, "tear_down_agent"), priority: 40),
        Entry(id: StepID(.deploy, "switch_to_tenant_network"), priority: 30),
        Entry(id: StepID(.deploy, "boot_instance"), priority: 20),
    ]
    private static let forImages = [
        StepID(.deploy, "deploy"), StepID(.deploy, "write_image"),
    ]
    private static let erasures: [Cleaning: StepName] = [
        .metadata: "erase_devices_metadata", .whole: "erase_devices",
        .express: "erase_devices_express",
    ]
    /// Of equal priority the first of these goes first.
    private static let interfaces: [StepInterface] = [
        .vendor, .power, .management, .firmware, .deploy, .bios, .raid,
    ]

    /// Lists that operators ask for, by what for.
    private var asked: [StepKind: Set<[StepID]>] = [:]
    /// Looked up only.
    private var templates: [Trait: DeployTemplate] = [:]
    private var rootVolumes: Set<NodeName> = []
    private var depth = Cleaning.metadata

    init(_ requests: [NodeRequest]) {
        for request in requests {
            switch request {
            case .clean(let steps): asked[.clean, default: []].insert(steps.map(\.id))
            case .service(let steps): asked[.service, default: []].insert(steps.map(\.id))
            default: break
            }
        }
    }

    mutating func note(_ cloud: Cloud) { depth = cloud.plan.undercloud.cleaning }

    mutating func note(_ template: DeployTemplate) { templates[template.name] = template }

    mutating func note(_ volume: VolumeTarget) {
        if volume.bootIndex == VolumeTarget.rootIndex { rootVolumes.insert(volume.node) }
    }

    /// - Returns: what is wrong with a plan that a node's work begins with.
    func objection(to plan: StepPlan, of node: Node) -> String? {
        let asks: [StepKind: ProvisionVerb] = [.clean: .clean, .service: .service]
        if plan.origin == .service, let verb = asks[plan.kind], node.intent?.verb == verb {
            return "its plan is the service's own, though an operator listed the steps"
        }
        switch (plan.kind, plan.origin) {
        case (.clean, .request), (.service, .request):
            let steps = plan.steps.map(\.id)
            if asked[plan.kind, default: []].contains(steps) { return nil }
            return "its plan is \(Self.text(steps)), which no operator asked for"
        case (.clean, .service): return Self.compare(plan, with: cleaning)
        case (.deploy, .service): return Self.compare(plan, with: deployment(of: node))
        default: return nil
        }
    }

    private var cleaning: [Entry] {
        Self.erasures[depth].map { [Entry(id: StepID(.deploy, $0), priority: 99)] } ?? []
    }

    private func deployment(of node: Node) -> [Entry] {
        let traits = node.instance?.traits ?? []
        let fromTemplates = traits.compactMap { templates[$0] }.flatMap(\.steps)
        var chosen: [Entry] = []
        for step in (node.instance?.steps ?? []) + fromTemplates
        where !chosen.contains(where: { $0.id == step.id }) {
            chosen.append(Entry(id: step.id, priority: step.priority ?? 0))
        }
        let own = Self.deployment.filter { step in !chosen.contains { $0.id == step.id } }
        let all = Self.sorted((own + chosen).filter { $0.priority > 0 })
        // An instance on a remote volume needs no image written, and no ramdisk to do so.
        guard node.storageInterface != .noop, rootVolumes.contains(node.name) else { return all }
        return all.filter { !Self.forImages.contains($0.id) }
    }

    private static func sorted(_ entries: [Entry]) -> [Entry] {
        func place(_ entry: Entry) -> Int {
            interfaces.firstIndex(of: entry.id.interface) ?? interfaces.count
        }
        return entries.enumerated().sorted {
            ($1.element.priority, place($0.element), $0.offset)
                < ($0.element.priority, place($1.element), $1.offset)
        }.map(\.element)
    }

    private static func compare(_ plan: StepPlan, with entries: [Entry]) -> String? {
        guard plan.steps.map({ Entry(id: $0.id, priority: $0.priority) }) != entries else {
            return nil
        }
        return "its plan is \(text(plan.steps.map(\.id))), and should be \(text(entries.map(\.id)))"
    }

    private static func text(_ steps: [StepID]) -> String {
        steps.isEmpty ? "empty" : steps.map(\.description).joined(separator: ", ")
    }
}
