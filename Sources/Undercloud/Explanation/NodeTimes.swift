import BareMetal
import World

/// Since when a node has been as it is, in every respect that something waits for.
struct NodeTimes: Sendable {
    private(set) var history: [Explanation.Entry] = []
    private(set) var last: Node?
    private(set) var stateSince = Instant.epoch
    private(set) var lockSince = Instant.epoch
    private(set) var stepSince = Instant.epoch
    private(set) var maintenanceSince = Instant.epoch
    /// Since when the flow's patience with it runs.
    private(set) var sightSince = Instant.epoch

    mutating func observe(_ node: Node, at time: Instant) {
        let old = last
        last = node
        if old?.provisionState != node.provisionState {
            stateSince = time
            history.append(
                Explanation.Entry(
                    at: Moment(time), state: node.provisionState.rawValue, machine: nil,
                    reason: Self.reason(for: node)))
        }
        if old?.reservation != node.reservation { lockSince = time }
        if old?.step != node.step { stepSince = time }
        if old?.maintenance != node.maintenance { maintenanceSince = time }
        if old.map(NodeSight.init) != NodeSight(node) { sightSince = time }
    }

    /// Why it came to be as it is, where that is bad news.
    private static func reason(for node: Node) -> String? {
        switch node.provisionState {
        case .error, .enroll: node.lastError
        case let state where state.phase == .failed: node.lastError
        default: nil
        }
    }
}
