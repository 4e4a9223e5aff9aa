import BareMetal
import Compute
import Hardware
import Plans
import World

/// Says why a node that could be deployed is not. Pure.
struct PoolExplainer {
    private let node: Node
    private let sight: CloudSight

    init(_ node: Node, _ sight: CloudSight) {
        self.node = node
        self.sight = sight
    }

    func finding() -> Finding {
        if let server = sight.server(on: node) { return claimed(by: server) }
        if let allocation = node.allocation {
            return Finding(
                .claimed, "it is claimed by allocation \(allocation)",
                next: "whoever made the allocation deploys it, or gives it back")
        }
        if let fitness = node.fitness, fitness.ruling == .unfit {
            return Finding(
                .unfit, "it is kept out of the pool: \(fitness.reason)",
                next: "an operator accepts it as it is, or mends it and has it inspected anew")
        }
        if node.powerState == nil {
            return Finding(
                .locked, "nobody knows whether it is on or off",
                next: "the next round of power synchronization asks its controller")
        }
        let fitting = fittingFlavors
        guard !fitting.isEmpty else {
            return Finding(
                .noFlavorFits, "no flavor of the plan fits it",
                next: "nothing: an operator changes the flavors, or what is recorded of it")
        }
        return wanted(as: fitting)
    }

    private func claimed(by server: Server) -> Finding {
        if ServerFlow.isQueued(server, on: node),
            let queue = sight.queue(for: node, before: "its deployment")
        {
            return queue
        }
        return Finding(
            .claimed, "it is claimed for \(server.name), which is \(server.state.rawValue)",
            next: server.state == .deploying
                ? "its deployment is asked for within \(FlowLimits.interval.shortText)"
                : "\(server.name) gets another machine, and this one is free again")
    }

    private var fittingFlavors: [Flavor] {
        let properties = HostPool.properties(of: node)
        return sight.view.cloud.plan.flavors.filter {
            sight.scheduler.rejection(of: properties, for: $0) == nil
        }
    }

    private func wanted(as flavors: [Flavor]) -> Finding {
        let homeless = sight.view.servers.filter { server in
            server.state == .unplaced && flavors.contains { $0.name == server.flavor }
        }
        guard !homeless.isEmpty else { return unneeded(as: flavors) }
        let placed = PlacementFlow.place(homeless, in: sight.view)
        let mine = placed.first { (try? $0.result.get()) == node.name }
        if let server = mine?.server {
            return Finding(
                .nextLook, "\(server.name) needs a machine, and it is the best one",
                next: "it is claimed for \(server.name) when that is tried again")
        }
        if let server = homeless.first(where: { $0.failedOn.contains(node.name) }) {
            return Finding(
                .noServerNeedsIt, "it failed \(server.name) before, which tries others first",
                next: "\(server.name) comes back to it when no other machine is left")
        }
        return Finding(
            .noServerNeedsIt, "others suit the servers that need a machine better",
            next: "it is a spare, until a server loses its machine")
    }

    private func unneeded(as flavors: [Flavor]) -> Finding {
        let cloud = sight.view.cloud
        let isPlanned = cloud.plan.servers.contains { server in
            flavors.contains { $0.name == server.flavor }
        }
        switch cloud.overcloud {
        case .pending where isPlanned:
            return Finding(
                .notYet,
                "the overcloud is not asked for yet: the flow is at \(cloud.phase.rawValue)",
                next: "servers are placed when the undercloud is complete")
        case .refused(let reason) where isPlanned:
            return Finding(
                .refused, "the overcloud was refused: \(reason)",
                next: "it is asked for again within \(FlowLimits.interval.shortText)")
        default:
            return Finding(
                .noServerNeedsIt, "every server that it fits has a machine",
                next: "it is a spare, until a server loses its machine")
        }
    }
}
