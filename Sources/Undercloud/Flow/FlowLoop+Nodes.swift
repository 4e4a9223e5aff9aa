import BareMetal
import Hardware
import Plans
import World

extension FlowLoop {
    /// Asks what is next of each node, of several at the same time: most of it is waiting for an
    /// answer.
    ///
    /// - Parameter ramdisks: how many more may run.
    func advanceNodes(_ view: CloudView, _ ramdisks: Int) async {
        var rest = dueRequests(view, ramdisks)[...]
        await withTaskGroup { group in
            for due in rest.prefix(FlowLimits.requestsAtOnce) {
                group.addTask { await self.ask(due.request, of: due.node) }
            }
            rest = rest.dropFirst(FlowLimits.requestsAtOnce)
            while await group.next() != nil {
                guard lease.isHeld, let due = rest.popFirst() else { continue }
                group.addTask { await self.ask(due.request, of: due.node) }
            }
        }
    }

    /// Ramdisks are started a bounded number at a time; asking a controller whether it is there
    /// takes a moment only, and is not held up by them.
    private func dueRequests(
        _ view: CloudView, _ free: Int
    ) -> [(request: NodeRequest, node: Node)] {
        var due: [(request: NodeRequest, node: Node)] = []
        var ramdisks = free
        for place in SpreadOrder(view.nodes.count) {
            let prospect = board.prospect(at: place)
            guard prospect == .controller || (prospect == .ramdisk && ramdisks > 0) else {
                continue
            }
            guard due.count < FlowLimits.requestsPerLook else { break }
            let node = view.nodes[place]
            let idle = world.clock.now - board.nodeSince(at: place)
            guard let request = NodeFlow.next(node, isOwned: board.ownership(of: node), idle: idle)
            else { continue }
            due.append((request, node))
            if request != .manage { ramdisks -= 1 }
        }
        return due
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
