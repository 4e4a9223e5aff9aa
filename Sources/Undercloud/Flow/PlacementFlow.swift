import BareMetal
import Compute
import Hardware
import Plans
import World

/// Finds machines for servers that have none.
enum PlacementFlow {
    /// The servers that the plan calls for now and that have no record yet.
    static func wanted(_ view: CloudView) -> [Server] {
        let known = Set(view.servers.map(\.name))
        let planned = view.cloud.plan.undercloudServers
        switch view.cloud.stage {
        case .seed:
            return planned.prefix(view.cloud.plan.undercloud.fromSeed).map(Server.init)
                .filter { !known.contains($0.name) }
        case .undercloud:
            let missing = view.cloud.plan.undercloud.controlNodes - view.members.count
            let waiting = view.undercloudServers.filter { $0.state != .active }.count
            return planned.map(Server.init).filter { !known.contains($0.name) }
                .prefix(max(missing - waiting, 0)).map { $0 }
        case .handingOver, .handedOver: return []
        }
    }

    /// The overcloud's servers, none of which has a record yet.
    static func overcloud(_ view: CloudView) -> [Server] {
        view.cloud.plan.servers.map(Server.init)
    }

    /// Places servers on machines of the pool.
    ///
    /// - Returns: for each server its machine or the reason why it has none, in order.
    static func place(
        _ servers: [Server], in view: CloudView
    ) -> [(server: Server, result: Result<NodeName, NoValidHost>)] {
        // Those that were failed by machines have a choice of their own, without these machines.
        let fresh = servers.filter(\.failedOn.isEmpty)
        var taken: Set<NodeName> = []
        var results: [ServerName: Result<NodeName, NoValidHost>] = [:]
        for group in [fresh] + servers.filter({ !$0.failedOn.isEmpty }).map({ [$0] }) {
            let barred = taken.union(group.flatMap(\.failedOn))
            let placement = scheduler(view).place(
                group.compactMap { request($0, view) }, on: hosts(view, barred: barred))
            for assignment in placement.assignments {
                let node = NodeName(assignment.host.text)
                taken.insert(node)
                results[assignment.server] = .success(node)
            }
            for refusal in placement.unplaced { results[refusal.server] = .failure(refusal) }
        }
        return servers.compactMap { server in results[server.name].map { (server, $0) } }
    }

    private static func scheduler(_ view: CloudView) -> Scheduler {
        Scheduler(mode: view.cloud.plan.mode, flavors: view.cloud.plan.flavors)
    }

    private static func request(_ server: Server, _ view: CloudView) -> PlacementRequest? {
        view.cloud.plan.flavor(named: server.flavor).map {
            PlacementRequest(server: server.name, role: server.role, flavor: $0)
        }
    }

    private static func hosts(_ view: CloudView, barred: Set<NodeName>) -> [Host] {
        var owners: [NodeName: Server] = [:]
        for server in view.servers { if let node = server.node { owners[node] = server } }
        return view.nodes.map { node in
            Host(
                id: HostID(node.name.text), properties: properties(of: node),
                availability: availability(node, owners[node.name], isBarred: barred),
                occupant: owners[node.name]?.role)
        }
    }

    private static func availability(
        _ node: Node, _ owner: Server?, isBarred barred: Set<NodeName>
    ) -> Host.Availability {
        if owner != nil || node.instance != nil { return .unavailable("in use") }
        if barred.contains(node.name) { return .unavailable("failed it before") }
        if node.maintenance != nil { return .unavailable("in maintenance") }
        guard node.provisionState == .available else {
            return .unavailable("in state \(node.provisionState)")
        }
        return node.reservation == nil ? .available : .unavailable("locked")
    }

    private static func properties(of node: Node) -> HostProperties {
        HostProperties(
            processors: node.properties.processors ?? 0, memory: node.properties.memory ?? .zero,
            localDisk: node.properties.localDisk ?? .zero,
            architecture: node.properties.architecture ?? "x86_64",
            capabilities: node.properties.capabilities)
    }
}
