import BareMetal
import Compute
import Hardware
import Plans

/// The nodes as the scheduler sees them, less those that were given away in the same decision.
struct HostPool {
    private static let inUse = Host.Availability.unavailable("in use")
    private static let barred = Host.Availability.unavailable("failed it before")

    /// In order of identifier.
    private var hosts: [Host]
    private let indices: [HostID: Int]
    private var candidates: Set<HostID>

    init(_ view: CloudView) {
        var owners: [NodeName: Server] = [:]
        for server in view.servers { if let node = server.node { owners[node] = server } }
        hosts = view.nodes.map { node in
            Self.host(
                node, owner: owners[node.name], isJudged: !view.unjudged.contains(node.name))
        }
        indices = Dictionary(uniqueKeysWithValues: zip(hosts.map(\.id), hosts.indices))
        candidates = Set(hosts.filter { $0.availability == .available }.map(\.id))
    }

    /// Takes a host out: somebody got it.
    mutating func take(_ id: HostID) {
        guard let index = indices[id] else { return }
        hosts[index] = Self.copy(hosts[index], Self.inUse)
        candidates.remove(id)
    }

    /// Whether anything is left besides some nodes.
    func hasCandidate(barring nodes: [NodeName]) -> Bool {
        let barred = nodes.filter { candidates.contains(HostID($0.text)) }
        return candidates.count > Set(barred).count
    }

    /// All hosts, some of them barred.
    func hosts(barring nodes: [NodeName]) -> [Host] {
        var hosts = hosts
        for node in nodes {
            guard let index = indices[HostID(node.text)], hosts[index].availability == .available
            else { continue }
            hosts[index] = Self.copy(hosts[index], Self.barred)
        }
        return hosts
    }

    private static func copy(_ host: Host, _ availability: Host.Availability) -> Host {
        Host(
            id: host.id, properties: host.properties, availability: availability, rack: host.rack,
            occupant: host.occupant)
    }

    private static func host(_ node: Node, owner: Server?, isJudged: Bool) -> Host {
        var availability = availability(node, isOwned: owner != nil)
        if availability == .available, !isJudged {
            availability = .unavailable("not judged by benchmarks yet")
        }
        return Host(
            id: HostID(node.name.text), properties: properties(of: node),
            availability: availability, occupant: owner?.role)
    }

    static func availability(_ node: Node, isOwned: Bool) -> Host.Availability {
        if isOwned || node.instance != nil { return inUse }
        if node.allocation != nil { return .unavailable("allocated") }
        if node.retirement != nil { return .unavailable("retired") }
        if node.maintenance != nil { return .unavailable("in maintenance") }
        if let fitness = node.fitness, fitness.ruling == .unfit {
            return .unavailable("unfit by benchmarks (\(fitness.part))")
        }
        guard node.provisionState == .available else {
            if node.custody != nil { return .unavailable("in an operator's hands") }
            return .unavailable("in state \(node.provisionState)")
        }
        if node.powerState == nil { return .unavailable("of unknown power") }
        return node.reservation == nil ? .available : .unavailable("locked")
    }

    static func properties(of node: Node) -> HostProperties {
        HostProperties(
            processors: node.properties.processors ?? 0, memory: node.properties.memory ?? .zero,
            localDisk: node.properties.localDisk ?? .zero,
            architecture: node.properties.architecture ?? "x86_64",
            capabilities: node.properties.capabilities, resourceClass: node.resourceClass,
            traits: node.traits)
    }
}
