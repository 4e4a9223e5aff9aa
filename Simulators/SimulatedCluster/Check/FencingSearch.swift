/// A depth-first search through a small cluster's states.
struct FencingSearch {
    var report: FencingCheck.Report
    /// States are told apart by 64 bits of theirs.
    private var seen: Set<UInt64> = []
    private var path: [SmallMove] = []

    init(report: FencingCheck.Report) { self.report = report }

    mutating func visit(_ cluster: SmallCluster, by decisions: some ClusterDecisions) {
        guard seen.insert(cluster.fingerprint).inserted else { return }
        report.states += 1
        guard report.states < FencingCheck.stateLimit else {
            report.isComplete = false
            return
        }
        for move in cluster.moves {
            var next = cluster
            next.make(move, by: decisions)
            report.moves += 1
            path.append(move)
            if let rule = next.broken {
                note(rule, hasDeviceLied: next.hasDeviceLied)
            } else {
                visit(next, by: decisions)
            }
            path.removeLast()
        }
    }

    private mutating func note(_ rule: SmallViolation.Rule, hasDeviceLied: Bool) {
        if hasDeviceLied, rule == .activeTwice {
            report.betrayals += 1
        } else if !report.violations.contains(where: { $0.rule == rule }) {
            report.violations.append(SmallViolation(rule: rule, moves: path))
        }
    }
}
