import BareMetal
import Hardware
import World

/// Who may be a replica.
enum Membership {
    /// Whether a host is meant to be one: the seed, or the machine of one of the undercloud's
    /// servers. A machine that was taken from its server may start its old system again.
    static func isEntitled(_ host: HostAddress, cloud: Cloud, servers: [Server]) -> Bool {
        host == cloud.seed
            || servers.contains { $0.isUndercloud && $0.node?.text == host.text }
    }
}
