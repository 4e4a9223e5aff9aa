import BareMetal
import Plans

extension CloudSight {
    /// What a node waits for while as many ramdisks run as may; nil where its turn has come.
    func queue(for node: Node, before request: String) -> Finding? {
        let underWay = view.nodes.count { $0.provisionState.isTransient }
        let allowed = view.cloud.plan.undercloud.concurrentRamdisks
        guard underWay >= allowed else { return nil }
        return Finding.waiting(
            .concurrencyLimit,
            for: "its turn: \(underWay) nodes are under way, and \(allowed) may be",
            since: times[node.name].stateSince, until: nil,
            next: "\(request) is asked of it when others are done")
    }
}
