import Harness
import Undercloud
import World

/// One thing that is measured of every run, so that seeds can be compared.
enum RunFigure: CaseIterable {
    case time, operation, serversLost, serversRetried, nodesFailed, nodesSetAside, elections

    var title: String {
        switch self {
        case .time: "simulated time"
        case .operation: "until in operation"
        case .serversLost: "servers lost"
        case .serversRetried: "servers retried elsewhere"
        case .nodesFailed: "failures of nodes"
        case .nodesSetAside: "nodes set aside"
        case .elections: "leaders elected"
        }
    }

    /// What must lie between a run and the others at least: seconds, or a count.
    var leastDistance: Double {
        switch self {
        case .time, .operation: 60
        case .serversLost, .serversRetried, .nodesFailed, .nodesSetAside, .elections: 1
        }
    }

    var isTime: Bool { self == .time || self == .operation }

    /// Its value in a run, in seconds or as a count; nil where the run has none.
    func value(of report: RunReport) -> Double? {
        switch self {
        case .time: report.verdict.virtual.duration.seconds.rounded()
        case .operation:
            report.phases.first { $0.phase == .operation }?.began.duration.seconds.rounded()
        case .serversLost: count(.serverTaken, in: report)
        case .serversRetried: count(.serverRetried, in: report)
        case .nodesFailed: count(.nodeFailed, in: report)
        case .nodesSetAside: count(.nodeSetAside, in: report)
        case .elections: count(.leaderElected, in: report)
        }
    }

    private func count(_ kind: StoryEntry.Kind, in report: RunReport) -> Double {
        Double(report.story.reduce(0) { $0 + ($1.kind == kind ? $1.count : 0) })
    }
}
