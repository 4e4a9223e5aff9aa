import Facts
public import OrderedCollections

/// What was measured on one machine: the benchmarks among its facts, as the `hardware` tool names
/// them.
public struct Measures: Sendable {
    public let values: OrderedDictionary<Metric, Measure>

    public subscript(metric: Metric) -> Measure? { values[metric] }

    init(_ values: OrderedDictionary<Metric, Measure>) { self.values = values }

    init(_ facts: [Fact]) {
        var values: OrderedDictionary<Metric, Measure> = [:]
        var texts: [Metric: [String]] = [:]
        for fact in facts {
            guard let metric = Self.metric(of: fact) else { continue }
            let said = texts[metric]
            guard said?.contains(fact.value) != true else { continue }
            texts[metric] = (said ?? []) + [fact.value]
            values[metric] = said.map { .contradictory($0 + [fact.value]) } ?? Self.measure(fact)
        }
        self.values = values
    }

    private static func measure(_ fact: Fact) -> Measure {
        let number = FactNumber(fact.value)
        return number.value.map { .value($0) } ?? .unusable(number)
    }

    /// The metric a fact is a figure of; nil for facts that are no benchmark's.
    static func metric(of fact: Fact) -> Metric? {
        switch fact.kind {
        case "disk":
            guard isDiskPerformance(fact.key), isLogicalDisk(fact.id) else { return nil }
            return Metric(.disk, fact.key, fact.id)
        case "cpu":
            if fact.key == "loops_per_sec" || fact.key == "bogomips" {
                return Metric(.cpu, fact.key, fact.id)
            }
            return isBandwidth(fact.key) ? Metric(.memory, fact.key, fact.id) : nil
        case "network":
            guard isNetworkPerformance(fact.key) else { return nil }
            return Metric(.network, fact.key, fact.id)
        default: return nil
        }
    }

    private static func isDiskPerformance(_ key: String) -> Bool {
        (key.hasPrefix("standalone_") || key.hasPrefix("simultaneous_"))
            && (key.hasSuffix("KBps") || key.hasSuffix("IOps"))
    }

    private static func isBandwidth(_ key: String) -> Bool {
        key.hasPrefix("bandwidth_") || key.hasPrefix("threaded_bandwidth_")
            || key.hasPrefix("forked_bandwidth_")
    }

    private static func isNetworkPerformance(_ key: String) -> Bool {
        key.hasPrefix("bandwidth") || key.hasPrefix("requests_per_sec")
    }

    /// As the reference's `[a-z]d\S+`: `sda`, `vdb`; names of NVMe disks are taken too.
    static func isLogicalDisk(_ id: String) -> Bool {
        let bytes = Array(id.utf8)
        guard bytes.count > 2, !id.hasPrefix("nvme") else { return id.hasPrefix("nvme") }
        return UInt8(ascii: "a")...UInt8(ascii: "z") ~= bytes[0] && bytes[1] == UInt8(ascii: "d")
            && !(9...13).contains(bytes[2]) && bytes[2] != 0x20
    }
}
