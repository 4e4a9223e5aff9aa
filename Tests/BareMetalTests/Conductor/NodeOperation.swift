import BareMetal
import Hardware
import NodeAgent
import World

/// Something asked of a node, where it starts from and what it is for.
enum NodeOperation: String, Sendable, CaseIterable {
    case manage, inspect, provide, deploy, rebuild, undeploy
    /// Somebody has looked at a machine that failed to clean.
    case readmit
    case adopt, rescue, unrescue
    /// Ends a deployment that waits for its ramdisk.
    case abort

    /// The node as it is found.
    func prepare(_ node: inout Node, _ machine: BenchMachine) {
        node.inspection = self == .inspect || self == .manage ? .pending : .finished
        switch self {
        case .manage: node.provisionState = .enroll
        case .inspect, .provide, .adopt: node.provisionState = .manageable
        case .deploy: node.provisionState = .available
        case .readmit:
            node.provisionState = .cleanFailed
            node.maintenance = Maintenance(reason: "it failed to clean", fault: .cleanFailure)
        case .rebuild, .undeploy, .rescue: node.provisionState = .active
        case .unrescue: node.provisionState = .rescue
        case .abort: node.provisionState = .deployWait
        }
        guard isOfInstance || self == .abort else { return }
        node.instance = Self.instance
        if self == .abort {
            node.intent = Intent(
                identifier: Identifier(text: "deployment"), node: node.name, verb: .deploy)
        }
    }

    /// The machine as it is found.
    func prepare(_ machine: BenchMachine) {
        guard isOfInstance || self == .adopt else { return }
        machine.install(Bench.image.digest)
        machine.override = BootOverride(.disk, .persistent)
        machine.switchOn()
    }

    /// Whether the machine runs an instance that the node has.
    private var isOfInstance: Bool { [.rebuild, .undeploy, .rescue, .unrescue].contains(self) }

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
        case .adopt:
            return node.provisionState == .active && node.instance == Self.instance
                && machine.system == .disk(Bench.image.digest) && machine.commands == []
        case .rescue:
            return node.provisionState == .rescue && machine.system == .ramdisk
                && machine.rescuePassword == Self.password
        case .unrescue:
            return node.provisionState == .active && node.rescuePassword == nil
                && machine.system == .disk(Bench.image.digest)
        case .abort: return node.provisionState == .deployFailed && machine.power == .off
        }
    }

    /// What an operator asks next to bring the node to its goal; nil while it is under way.
    func next(for node: Node) -> NodeRequest? {
        if self == .abort, node.provisionState == .deployWait { return .abort }
        guard node.reservation == nil, !node.provisionState.isTransient else { return nil }
        switch node.provisionState {
        case .enroll, .cleanFailed: return .manage
        case .inspectFailed: return .inspect
        case .manageable: return fromManageable
        case .adoptFailed: return .adopt(nil)
        case .rescueFailed, .unrescueFailed, .rescue:
            return self == .rescue ? .rescue(Self.password) : .unrescue
        case .available: return deployment
        case .active:
            if self == .rescue { return .rescue(Self.password) }
            return self == .undeploy ? .undeploy : rebuild(node)
        case .deployFailed, .error: return rebuild(node) ?? .undeploy
        default: return nil
        }
    }

    private var fromManageable: NodeRequest? {
        switch self {
        case .inspect: .inspect
        case .manage, .readmit: nil
        case .adopt: .adopt(Self.instance)
        default: .provide
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

    static let password: RescuePassword = {
        guard let password = RescuePassword(hash: "$6$salt$hash") else {
            preconditionFailure("This is a hash.")
        }
        return password
    }()

    static let instance = Instance(
        id: Identifier(text: "instance-1"), owner: "server", image: Bench.image)
}
