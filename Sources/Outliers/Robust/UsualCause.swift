/// What usually makes a machine slow in a benchmark, as people who run racks know it.
enum UsualCause {
    /// - Parameters:
    ///   - kin: how many devices of the machine are out of line in the same benchmark, and how many
    ///     have figures.
    static func text(
        _ metric: Metric, isSlow: Bool, kin: (deviating: Int, all: Int)
    ) -> String {
        guard isSlow else {
            return "other hardware or settings than its group's, or a figure from a cache"
        }
        let isWide = kin.all > 1 && 2 * kin.deviating >= kin.all
        switch metric.family {
        case .cpu: return cpu(metric, isWide: isWide || kin.all == 1)
        case .memory: return memory(metric)
        case .disk: return disk(metric, isWide: isWide)
        case .network:
            return "a link negotiated lower or in half duplex, a bad cable, or a busy switch port"
        }
    }

    private static func cpu(_ metric: Metric, isWide: Bool) -> String {
        if metric.name == "bogomips" { return "a clock held down by the BIOS or the governor" }
        return isWide
            ? "thermal throttling, a power cap, or a power-saving profile of the BIOS"
            : "a core that throttles, or work of others on it during the benchmark"
    }

    private static func memory(_ metric: Metric) -> String {
        if metric.name.contains("_1K") || metric.name.contains("_4K") {
            return "a processor that is held down: these blocks lie in its caches"
        }
        return "a missing or mismatched DIMM, a channel left empty, or memory clocked down"
    }

    private static func disk(_ metric: Metric, isWide: Bool) -> String {
        if metric.name.hasPrefix("simultaneous_"), isWide {
            return "a controller or backplane that all disks share, or its cache"
        }
        if metric.name.contains("write") {
            return "a write cache that is off, or whose battery is empty, or a degraded RAID"
        }
        return "a failing or rebuilding disk: look at its SMART attributes"
    }
}
