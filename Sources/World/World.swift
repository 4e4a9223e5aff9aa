/// All that a process may touch: a clock, chance, stores, a network, controllers and a journal.
///
/// A world is handed to one process on one host. Nothing in it tells whether it is live or
/// simulated. When the process is killed its world is revoked: what is pending throws, what comes
/// later throws too, and nothing of it is seen.
public struct World: Sendable {
    /// The host this process runs on.
    public let host: HostAddress
    public let clock: any WorldClock
    public let random: any RandomSource
    public let stores: any StoreDirectory
    public let network: any HostNetwork
    public let controllers: any ControllerDirectory
    public let spawner: any Spawner
    public let journal: any Journal
    public let faults: any FaultSites

    public init(
        host: HostAddress, clock: any WorldClock, random: any RandomSource,
        stores: any StoreDirectory, network: any HostNetwork,
        controllers: any ControllerDirectory, spawner: any Spawner, journal: any Journal,
        faults: any FaultSites
    ) {
        self.host = host
        self.clock = clock
        self.random = random
        self.stores = stores
        self.network = network
        self.controllers = controllers
        self.spawner = spawner
        self.journal = journal
        self.faults = faults
    }

    /// Whether a rare path of the control plane's own code is taken now.
    public func fault(_ site: FaultSite) -> Bool { faults.happens(at: site) }
}
