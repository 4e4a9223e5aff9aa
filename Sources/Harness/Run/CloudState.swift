public import BareMetal
public import Compute
public import Orchestration
public import Undercloud
public import World

/// The whole truth about a cloud at one moment: what its authoritative store holds, and what its
/// machines do.
///
/// The authoritative store is the undercloud's once it has taken over, and the seed's until then.
public struct CloudState: Sendable {
    /// In order of name, as all lists here are.
    public var nodes: [Node]
    public var servers: [Server]
    public var intents: [Intent]
    public var endpoints: [Endpoint]
    public var cloud: Cloud?
    public var leadership: Leadership?
    /// Hosts with a full copy of the store, as the store itself knows them.
    public var storeMembers: [HostAddress]
    public var machines: [MachineTruth]
    /// Those that are no part of another, and not gone.
    public var stacks: [StackRecord] = []
    /// In the order in which they were asked.
    public var openRequests: [OpenRequest]

    public init(
        nodes: [Node] = [], servers: [Server] = [], intents: [Intent] = [],
        endpoints: [Endpoint] = [], cloud: Cloud? = nil, leadership: Leadership? = nil,
        storeMembers: [HostAddress] = [], machines: [MachineTruth] = [],
        openRequests: [OpenRequest] = []
    ) {
        self.nodes = nodes
        self.servers = servers
        self.intents = intents
        self.endpoints = endpoints
        self.cloud = cloud
        self.leadership = leadership
        self.storeMembers = storeMembers
        self.machines = machines
        self.openRequests = openRequests
    }
}
