import Hardware
import SimulatedCluster

/// Cluster nodes whose messages arrive at once, with one virtual address.
struct TestCluster {
    var nodes: [NodeName: ClusterNode] = [:]
    var agents: [NodeName: VirtualAddress] = [:]
    let names: [NodeName]
    /// What happened, in order.
    var story: [String] = []
    /// What devices say; those not named succeed.
    var devices: [ResourceID: FencingOutcome] = [:]
    /// Whom fencing requests are kept from, until told otherwise.
    var holdsFencing = false
    var held: [(NodeName, FencingRequest)] = []

    init(_ names: [NodeName], topology: FencingTopology = FencingTopology()) {
        self.names = names
        var configuration = ClusterState()
        configuration.nodes = names.map { NodeDefinition($0) }
        configuration.options.hasWatchdog = true
        configuration.resources = [
            ResourceDefinition(
                "vip", .primitive(.dummy), operations: [.init(.monitor, interval: .seconds(10))])
        ]
        for name in names {
            nodes[name] = ClusterNode(name, configuration: configuration, topology: topology)
            agents[name] = VirtualAddress("192.0.2.10")
        }
        meet(names)
    }

    /// Tells these nodes that they are together.
    mutating func meet(_ members: [NodeName]) {
        for name in members {
            handle(.membership(members, isQuorate: members.count * 2 > names.count), at: name)
        }
    }

    mutating func crash(_ name: NodeName) {
        nodes[name] = nil
        agents[name] = nil
        story.append("\(name) crashes")
    }

    /// Where the address is up.
    var holders: [NodeName] { names.filter { agents[$0]?.isUp ?? false } }

    mutating func handle(_ event: ClusterEvent, at name: NodeName) {
        var queue = [(name, event)]
        while !queue.isEmpty {
            let (name, event) = queue.removeFirst()
            let effects = nodes[name]?.handle(event, by: PacemakerDecisions()) ?? []
            for effect in effects {
                if let next = take(effect, of: name) { queue.append(next) }
            }
        }
    }

    private mutating func take(
        _ effect: ClusterEffect, of name: NodeName
    ) -> (NodeName, ClusterEvent)? {
        switch effect {
        case .send(let message, let other): return (other, .received(message, from: name))
        case .perform(let request):
            guard let answer = agents[name]?.perform(request.task) else { return nil }
            if request.task != .monitor {
                story.append("\(request.task.rawValue) \(request.resource) on \(name)")
            }
            return (name, .performed(request, answer.code))
        case .fence(let request):
            let outcome = devices[request.device] ?? .succeeded
            story.append("\(request.device) for \(request.target): \(outcome.rawValue)")
            if holdsFencing {
                held.append((name, request))
                return nil
            }
            if outcome == .succeeded { agents[request.target] = nil }
            return (name, .fenced(request, outcome))
        case .recheck(let time):
            story.append("recheck after \(time)")
            return nil
        }
    }
}
