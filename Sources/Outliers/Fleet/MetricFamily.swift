/// What a benchmark exercises, and so what a bad figure speaks of.
public enum MetricFamily: String, Sendable, Hashable, CaseIterable, Codable {
    case cpu, memory, disk, network
}

extension MetricFamily: Comparable {
    private var rank: Int {
        switch self {
        case .cpu: 0
        case .memory: 1
        case .disk: 2
        case .network: 3
        }
    }

    public static func < (left: MetricFamily, right: MetricFamily) -> Bool {
        left.rank < right.rank
    }
}
