import BareMetal
import Hardware
import Plans
import World

extension FlowLoop {
    /// Asks what is next of each node. Ramdisks are started a bounded number at a time; asking a
    /// controller whether it is there takes a moment only, and is not held up by them.
    func advanceNodes(_ view: CloudView) async {
        let owned = Set(view.servers.compactMap(\.node))
        var requests = FlowLimits.requestsPerLook
        var ramdisks =
            view.cloud.plan.undercloud.concurrentRamdisks
            - view.nodes.filter { $0.provisionState.isTransient }.count
        for node in view.nodes {
            let idle = idle(node)
            guard requests > 0, lease.isHeld else { return }
            let ownership: NodeFlow.Ownership = owned.contains(node.name) ? .owned : .unowned
            guard let request = NodeFlow.next(node, isOwned: ownership, idle: idle),
                request == .manage || ramdisks > 0
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
        let question = PassedRequest(request, of: node.name, under: lease.leadership)
        _ = try? await router.ask(question, about: node)
    }
}
