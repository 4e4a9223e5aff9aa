import BareMetal
import Hardware
import World

/// Something asked of a node, where it starts from and what it is for.
enum NodeOperation: String, Sendable, CaseIterable {
    case manage, inspect, provide, deploy, rebuild, undeploy
    /// Somebody has looked at a machine that failed to clean.
    case readmit

    /// The node as it is found.
    func prepare(_ node: inout Node, _ machine: BenchMachine) {
        node.inspection = self == .inspect || self == .manage ? .pending : .finished
        switch self {
        case .manage: node.provisionState = .enroll
        case .inspect, .provide: node.provisionState = .manageable
        case .deploy: node.provisionState = .available
        case .readmit:
            node.provisionState = .cleanFailed
            node.maintenance = Maintenance(reason: "it failed to clean", fault: .cleanFailure)
        case .rebuild, .undeploy:
            node.provisionState = .active
            node.instance = Self.instance
        }
    }

    /// The machine as it is found.
    func prepare(_ machine: BenchMachine) {
        guard self == .rebuild || self == .undeploy else { return }
        machine.install(Bench.image.digest)
        machine.override = BootOverride(.disk, .persistent)
        machine.switchOn()
    }

    /// Whether the node is where the operation was to bring it.
    func isReached(_ node: Node, _ machine: BenchMachine) -> Bool {
        guard node.reservation == nil, node.maintenance == nil else { return false }
        switch self {
        case .manage, .readmit: return node.provisionState == .manageable
        case .inspect: return node.provisionState == .manageable && node.inspection == .finished
        case .provide, .undeploy:
            return node.provisionState == .available && node.instance == nil && machine.disk == nil
        case .deploy, .rebuild:
            guard node.provisionState == .active, let instance = node.instance else { return false }
            let image = self == .deploy ? Bench.image : Bench.otherImage
            return instance.image == image && machine.system == .disk(image.digest)
        }
    }

    /// What an operator asks next to bring the node to its goal; nil while it is under way.
    func next(for node: Node) -> NodeRequest? {
        guard node.reservation == nil, !node.provisionState.isTransient else { return nil }
        switch node.provisionState {
        case .enroll, .cleanFailed: return .manage
        case .inspectFailed: return .inspect
        case .manageable:
            return
                self == .inspect ? .inspect : [.manage, .readmit].contains(self) ? nil : .provide
        case .available: return deployment
        case .active: return self == .undeploy ? .undeploy : rebuild(node)
        case .deployFailed, .error: return rebuild(node) ?? .undeploy
        default: return nil
        }
    }

    private var deployment: NodeRequest? {
        switch self {
        case .deploy: .deploy(Self.instance)
        case .rebuild:
            .deploy(
                Instance(id: Self.instance.id, owner: "server", image: Bench.otherImage))
        default: nil
        }
    }

    private func rebuild(_ node: Node) -> NodeRequest? {
        guard self == .rebuild,
            node.instance?.image != Bench.otherImage
                || node.provisionState != .active
        else { return nil }
        return node.instance == nil ? nil : .rebuild(Bench.otherImage)
    }

    static let instance = Instance(
        id: Identifier(text: "instance-1"), owner: "server", image: Bench.image)
}
