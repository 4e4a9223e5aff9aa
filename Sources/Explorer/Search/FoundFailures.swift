import Harness

/// The failures of a search, grouped by what makes them the same.
public struct FoundFailures: Sendable {
    /// One group.
    public struct Group: Sendable, Hashable {
        public let signature: FailureSignature
        public let source: String
        /// The simplest run that showed it, and how many did.
        public fileprivate(set) var probe: Probe
        public fileprivate(set) var times: Int
        /// What it told besides.
        public let detail: String
    }

    /// In the order in which they were found.
    public private(set) var groups: [Group] = []

    public init() {}

    /// - Returns: the group, where it is new or has a simpler run now; nil where nothing changed
    ///   but the count.
    public mutating func add(
        _ signature: FailureSignature, _ probe: Probe, source: String, detail: String = ""
    ) -> Group? {
        let place = groups.firstIndex { $0.signature == signature && $0.source == source }
        guard let place else {
            groups.append(
                Group(
                    signature: signature, source: source, probe: probe, times: 1, detail: detail))
            return groups.last
        }
        groups[place].times += 1
        guard Self.cost(probe) < Self.cost(groups[place].probe) else { return nil }
        groups[place].probe = probe
        return groups[place]
    }

    /// Fewer faults are simpler, and so are schedules without chance.
    private static func cost(_ probe: Probe) -> Int {
        let faults = probe.text.root["faults"]?.items.count ?? 0
        let sites = probe.text.root["sites"]?.items.count ?? 0
        return 2 * (faults + sites) + (probe.schedule == .fifo ? 0 : 1)
    }
}
