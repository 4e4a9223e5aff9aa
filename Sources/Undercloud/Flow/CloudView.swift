import BareMetal
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
    /// The replicas that show signs of life.
    let members: [HostAddress]

    /// Whether the replicas that run are as many as are wanted.
    var isRedundant: Bool { members.count >= cloud.plan.undercloud.controlNodes }

    /// Whether the seed, which is the one replica that is no server's machine, still runs.
    var isSeedPresent: Bool {
        let hosts = Set(servers.filter(\.isUndercloud).compactMap { $0.node?.text })
        return members.contains { !hosts.contains($0.text) }
    }

    var undercloudServers: [Server] { servers.filter(\.isUndercloud) }
    var overcloudServers: [Server] { servers.filter { !$0.isUndercloud } }
}
