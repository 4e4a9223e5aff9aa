/// The steps of one kind of work, in the order they are taken.
public struct StepPlan: Sendable, Hashable {
    public let steps: [Step]

    /// Orders by priority, then by interface, both downwards, then by name; drops priority 0.
    public init(_ steps: [Step]) {
        self.steps =
            steps.filter { $0.priority > 0 }.sorted {
                if $0.priority != $1.priority { return $0.priority > $1.priority }
                if $0.interface != $1.interface { return $0.interface > $1.interface }
                return $0.name < $1.name
            }
    }

    /// The step after `name`, or the first where there is none before.
    public func next(after name: StepName?) -> Step? {
        guard let name else { return steps.first }
        guard let index = steps.firstIndex(where: { $0.name == name }) else { return nil }
        return steps.dropFirst(index + 1).first
    }

    public subscript(name: StepName) -> Step? { steps.first { $0.name == name } }

    /// Ironic's core deploy steps that the flow uses, with their priorities.
    public static let deploy = StepPlan([
        Step(.writeImage, .deploy, priority: 80, at: .agent),
        Step(.prepareInstanceBoot, .deploy, priority: 60, at: .conductor),
        Step(.tearDownAgent, .deploy, priority: 40, at: .conductor),
        Step(.switchToTenantNetwork, .deploy, priority: 30, at: .conductor),
        Step(.bootInstance, .deploy, priority: 20, at: .conductor),
    ])

    /// What makes a ramdisk a rescue: its owner is let in.
    public static let rescue = StepPlan([
        Step(.finalizeRescue, .deploy, priority: 100, at: .agent)
    ])

    /// Automated cleaning: metadata erasure, as Ironic's `erase_devices_metadata_priority` 99.
    public static let clean = StepPlan([
        Step(.eraseDevicesMetadata, .deploy, priority: 99, at: .agent)
    ])
}
