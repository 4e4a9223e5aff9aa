import BareMetal
import Compute
import Hardware
import Plans
import World

@testable import Undercloud

/// Nodes, servers and clouds as the tests of the flow want them.
enum Samples {
    static let image = ImageReference(name: "overcloud", digest: "0123", size: .gibibytes(2))
    static let instance = Identifier(text: "instance-1")

    static func node(
        _ state: ProvisionState, _ name: NodeName = "node-1",
        _ change: (inout Node) -> Void = { _ in }
    ) -> Node {
        var node = Node(
            name: name, uuid: Identifier(text: name.text), driver: "ipmi",
            bmc: BMCAddress(host: name.text),
            credentials: BMCCredentials(user: "admin", password: "secret"), addresses: [],
            properties: NodeProperties(
                processors: 8, memory: .gibibytes(32), localDisk: .gibibytes(100),
                architecture: "x86_64"),
            rootDevice: nil)
        node.provisionState = state
        node.inspection = .finished
        if state == .available { node.powerState = .off }
        change(&node)
        return node
    }

    static func plan(controlNodes: Int = 2, fromSeed: Int = 1, computes: Int = 2) -> CloudPlan {
        let flavor = Flavor(
            name: "baremetal", processors: 4, memory: .gibibytes(4), disk: .gibibytes(40))
        return CloudPlan(
            mode: .poc, flavors: [flavor],
            roles: [
                RolePlan(name: "compute", count: computes, flavor: "baremetal", image: "overcloud")
            ],
            undercloud: UndercloudPlan(
                controlNodes: controlNodes, fromSeed: fromSeed, flavor: "baremetal"))
    }

    static func cloud(
        _ stage: Cloud.Stage = .seed, plan: CloudPlan = plan(), fate: SeedFate = .switchedOff,
        _ change: (inout Cloud) -> Void = { _ in }
    ) -> Cloud {
        var cloud = Cloud(plan: plan, seed: "seed", seedFate: fate)
        cloud.stage = stage
        change(&cloud)
        return cloud
    }

    static func view(
        _ cloud: Cloud, nodes: [Node] = [], servers: [Server] = [], members: [HostAddress] = []
    ) -> CloudView {
        CloudView(cloud: cloud, nodes: nodes, servers: servers, alive: members)
    }

    /// The plan's servers, of the overcloud.
    static func server(
        _ state: ServerState, on node: NodeName? = "node-1", index: Int = 0,
        _ change: (inout Server) -> Void = { _ in }
    ) -> Server {
        configure(Server(plan(computes: index + 1).servers[index]), state, node, change)
    }

    /// The undercloud's own.
    static func controlNode(
        _ state: ServerState, on node: NodeName? = "node-1", index: Int = 0
    ) -> Server {
        let planned = plan(controlNodes: index + 1).undercloudServers[index]
        return configure(Server(planned), state, node) { _ in }
    }

    private static func configure(
        _ server: Server, _ state: ServerState, _ node: NodeName?,
        _ change: (inout Server) -> Void
    ) -> Server {
        var server = server
        server.state = state
        server.node = node
        server.instance = node == nil ? nil : instance
        change(&server)
        return server
    }

    /// A deployment whose image is being written.
    static func writing(start: Int = 1) -> StepProgress {
        let step = Step(.writeImage, priority: 80, at: .agent)
        var progress = StepProgress(StepPlan([step], for: .deploy))
        progress.attempts = start
        return progress
    }

    static func isOwned(_ node: inout Node) {
        node.instance = Instance(id: instance, owner: "compute-0", image: image)
    }
}
