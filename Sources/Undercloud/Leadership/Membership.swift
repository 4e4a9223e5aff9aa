import BareMetal
import Compute
import Hardware
import Plans
import World

/// Who may be a replica, and what its conductor is there for.
enum Membership {
    /// Whether a host is meant to be one: the seed, or the machine of one of the undercloud's
    /// servers. A machine that was taken from its server may start its old system again.
    static func isEntitled(
        _ host: HostAddress, cloud: Cloud, undercloudServers: [Server]
    ) -> Bool {
        host == cloud.seed || undercloudServers.contains { $0.node?.text == host.text }
    }

    /// The undercloud's own servers, without a look at all others.
    static func servers(
        of cloud: Cloud, in store: any Store
    ) async throws(StoreError) -> [Server] {
        var servers: [Server] = []
        for planned in cloud.plan.undercloudServers {
            if let server = try await store.get(Server.self, planned.name.text) {
                servers.append(server.document)
            }
        }
        return servers
    }

    /// Whose nodes the conductor on a host may manage; nil where none is to be there now. The seed,
    /// which is to go, is there for what nobody else manages: at first for everything.
    static func scope(
        of host: HostAddress, in store: any Store
    ) async throws(StoreError) -> ConductorScope? {
        guard let cloud = try await store.get(Cloud.self, Cloud.onlyID)?.document,
            [.seed, .undercloud].contains(cloud.stage)
        else { return nil }
        if host == cloud.seed { return .leftovers }
        let servers = try await servers(of: cloud, in: store)
        guard let own = servers.first(where: { $0.node?.text == host.text }) else { return nil }
        return .group(cloud.plan.conductorGroup(of: own.name))
    }
}
