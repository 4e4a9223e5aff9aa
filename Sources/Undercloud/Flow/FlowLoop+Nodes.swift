import BareMetal
import Hardware
import Plans
import World

extension FlowLoop {
    /// Asks what is next of each node. Ramdisks are started a bounded number at a time; asking a
    /// controller whether it is there takes a moment only, and is not held up by them.
    func advanceNodes(_ view: CloudView) async {
        var requests = FlowLimits.requestsPerLook
        var ramdisks = view.cloud.plan.undercloud.concurrentRamdisks - board.transientNodes
        for (place, node) in view.nodes.enumerated() {
            let prospect = board.prospect(at: place)
            guard prospect == .controller || (prospect == .ramdisk && ramdisks > 0) else {
                continue
            }
            guard requests > 0, lease.isHeld else { return }
            let idle = world.clock.now - board.nodeSince(at: place)
            guard let request = NodeFlow.next(node, isOwned: board.ownership(of: node), idle: idle)
            else { continue }
            await ask(request, of: node)
            requests -= 1
            if request != .manage { ramdisks -= 1 }
        }
    }

    /// A request that is refused or lost is decided about anew at the next look.
    func ask(_ request: NodeRequest, of node: Node) async {
        // A failed cleaning waits for somebody to look; the flow does that for its operator, and
        // the node is cleaned anew before anybody gets it.
        if node.maintenance?.fault == .cleanFailure {
            let update = PassedUpdate([.endOfMaintenance], of: node.name, under: lease.leadership)
            guard (try? await router.ask(update, about: node)) != nil else { return }
        }
        let question = PassedRequest(
            request, of: node.name, by: .service, under: lease.leadership)
        _ = try? await router.ask(question, about: node)
    }
}
