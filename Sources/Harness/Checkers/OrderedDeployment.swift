import Compute
import Hardware
import Plans
import Undercloud
import World

/// One thing is built on the other: the overcloud only on a whole undercloud, and its endpoints are
/// told of only once every server of it runs.
///
/// An undercloud is whole when each of its servers is active and, where the seed is to go, when
/// there are as many as control nodes are wanted.
public struct OrderedDeployment: Checker {
    public static let name: CheckerName = "ordered-deployment"

    /// The services an overcloud has at least, by Keystone's types.
    private static let services = [
        "compute", "identity", "image", "metering", "network", "object-store", "orchestration",
        "volume",
    ]

    private var store = AuthoritativeStore()
    private var overcloud = OvercloudState.pending
    /// Looked up and counted only.
    private var servers: [ServerName: Server] = [:]
    private var endpoints: Set<String> = []

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        guard case .commit(let commit) = observation, store.includes(commit) else { return nil }
        for server in commit.written(Server.self) { servers[server.name] = server }
        for endpoint in commit.written(Endpoint.self) { endpoints.insert(endpoint.service) }
        var found: Violation?
        for cloud in commit.written(Cloud.self) where cloud.overcloud != overcloud {
            overcloud = cloud.overcloud
            if let problem = problem(with: cloud) {
                found = found ?? violation(at: commit.at, "overcloud", problem)
            }
        }
        return found
    }

    private func problem(with cloud: Cloud) -> String? {
        switch cloud.overcloud {
        case .pending, .refused: nil
        case .accepted: problemBelow(cloud)
        case .deployed: problemWithin(cloud)
        }
    }

    private func problemBelow(_ cloud: Cloud) -> String? {
        let active = servers.values.count { $0.isUndercloud && $0.state == .active }
        let all = servers.values.count { $0.isUndercloud }
        let wanted =
            cloud.seedFate == .stays ? all : max(all, cloud.plan.undercloud.controlNodes)
        guard active < wanted else { return nil }
        return "it was begun when \(active) of \(wanted) servers of the undercloud were active"
    }

    private func problemWithin(_ cloud: Cloud) -> String? {
        for planned in cloud.plan.servers where servers[planned.name]?.state != .active {
            let state = servers[planned.name]?.state.rawValue ?? "nowhere"
            return "it was called deployed when \(planned.name) was \(state)"
        }
        return Self.services.first { !endpoints.contains($0) }.map {
            "it was called deployed without an endpoint of the service '\($0)'"
        }
    }
}
