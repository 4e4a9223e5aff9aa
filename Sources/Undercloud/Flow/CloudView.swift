import BareMetal
import Compute
import Hardware
import Plans
import World

/// Everything a decision about the whole rests on, read at one time.
struct CloudView: Sendable {
    let cloud: Cloud
    /// In order of name.
    let nodes: [Node]
    /// In order of name.
    let servers: [Server]
    /// The replicas that show signs of life and are meant to be replicas.
    let members: [HostAddress]

    /// Those of the servers that are the undercloud's own.
    let undercloudServers: [Server]
    /// Nodes whose machines were measured, and are not held against the others yet.
    let unjudged: Set<NodeName>

    /// - Parameter alive: all that show signs of life. A machine that was taken from the undercloud
    ///   and started its old system again is none of its members.
    init(cloud: Cloud, nodes: [Node], servers: [Server], alive: [HostAddress]) {
        self.init(
            cloud: cloud, nodes: nodes, servers: servers,
            undercloudServers: servers.filter(\.isUndercloud), alive: alive)
    }

    /// - Parameter undercloudServers: those of the servers that are the undercloud's own, so that
    ///   they are not looked for among ten thousand.
    init(
        cloud: Cloud, nodes: [Node], servers: [Server], undercloudServers: [Server],
        alive: [HostAddress], unjudged: Set<NodeName> = []
    ) {
        self.unjudged = unjudged
        self.cloud = cloud
        self.nodes = nodes
        self.servers = servers
        self.undercloudServers = undercloudServers
        members = alive.filter {
            Membership.isEntitled($0, cloud: cloud, undercloudServers: undercloudServers)
        }
    }

    /// Whether the replicas that run are as many as are wanted.
    var isRedundant: Bool { members.count >= cloud.plan.undercloud.controlNodes }

    /// Whether the seed still runs.
    var isSeedPresent: Bool { members.contains(cloud.seed) }

    /// Whether every server of the overcloud that there is runs.
    var isOvercloudActive: Bool { servers.allSatisfy { $0.isUndercloud || $0.state == .active } }
}
