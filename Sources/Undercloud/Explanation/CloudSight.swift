public import BareMetal
public import Compute
import Hardware
import Plans
public import World

/// A cloud as an explanation sees it: what its store holds, and since when.
public struct CloudSight: Sendable {
    public let now: Instant
    let view: CloudView
    let leadership: Leadership?
    let times: CloudTimes

    /// - Parameters:
    ///   - nodes: in order of name, as servers.
    public init(
        now: Instant, cloud: Cloud, nodes: [Node], servers: [Server], leadership: Leadership?,
        times: CloudTimes
    ) {
        self.now = now
        self.leadership = leadership
        self.times = times
        view = CloudView(cloud: cloud, nodes: nodes, servers: servers, alive: [])
    }

    /// Explains a node or a server; nil where nothing is called so. A node goes first.
    public func explanation(of name: String) -> Explanation? {
        if let node = node(NodeName(name)) { return NodeExplainer(node, self).explanation() }
        return ServerExplainer(ServerName(name), self)?.explanation()
    }

    /// What can be asked about: nodes, then servers, planned ones too.
    public var subjects: [String] {
        let planned = view.cloud.plan.undercloudServers + view.cloud.plan.servers
        return view.nodes.map(\.name.text) + planned.map(\.name.text)
    }

    func node(_ name: NodeName) -> Node? { view.nodes.first { $0.name == name } }
    func server(_ name: ServerName) -> Server? { view.servers.first { $0.name == name } }

    /// The server that has a node, or is still to be taken from it.
    func server(on node: Node) -> Server? { view.servers.first { $0.node == node.name } }

    var isLed: Bool { leadership?.holder != nil }

    /// From here on a watch of the present leader counts.
    func watched(since moment: Instant) -> Instant { max(moment, times.leaderSince) }

    var scheduler: Scheduler {
        Scheduler(mode: view.cloud.plan.mode, flavors: view.cloud.plan.flavors)
    }
}
