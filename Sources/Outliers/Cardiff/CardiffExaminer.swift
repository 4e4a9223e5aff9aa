import Facts
import OrderedCollections

/// Goes through the benchmarks of one group as the reference does, benchmark after benchmark.
struct CardiffExaminer {
    private let number: Int
    private let machines: [BenchmarkedMachine]
    private let defects: Set<CardiffDefect>
    private var findings: [CardiffFinding] = []
    private var summaries: [CardiffSummary] = []
    private var notRun: [CardiffGroup.NotRun] = []

    init(number: Int, machines: [BenchmarkedMachine], defects: Set<CardiffDefect>) {
        self.number = number
        self.machines = machines
        self.defects = defects
    }

    mutating func group() -> CardiffGroup {
        if !defects.contains(.disksNeverAnalysed) {
            for unit in ["KBps", "IOps"] { examineDisks(unit) }
        }
        for mode in ["bogomips", "loops_per_sec"] { examineProcessors(mode) }
        for size in Self.blockSizes { examineMemory(size) }
        for mode in ["bandwidth", "requests_per_sec"] { examineNetwork(mode) }
        return CardiffGroup(
            number: number, machines: machines.map(\.name), findings: findings,
            summaries: summaries, notRun: notRun)
    }

    /// In the order of their names, as the reference sorts them.
    private static let blockSizes = ["128M", "16M", "1G", "1K", "1M", "256M", "2G", "4K"]

    private var isTrusting: Bool { defects.contains(.undefinedIsConsistent) }

    /// Metrics that any machine of the group has.
    private func metrics(where matches: (Metric) -> Bool) -> Set<Metric> {
        machines.reduce(into: Set()) { found, machine in
            for metric in machine.measures.values.keys where matches(metric) {
                found.insert(metric)
            }
        }
    }

    // MARK: Disks

    private mutating func examineDisks(_ unit: String) {
        let found = metrics { $0.family == .disk && $0.name.contains(unit) }
        for mode in Set(found.map(\.name)).sorted() {
            let devices = found.filter { $0.name == mode }.map(\.device)
            let table = CardiffTable(machines, devices: devices, isTrusting: isTrusting) {
                $0.measures[Metric(.disk, mode, $1)]
            }
            for row in table.rows.indices {
                let title = "\(Self.padded(mode, 30)) \(table.rows[row].device)"
                var summary = CardiffSummary(title: title, unit: unit)
                judge(table, row: row, mode, .disk(mode), &summary)
                finish(summary, table)
            }
        }
    }

    // MARK: Processors

    private mutating func examineProcessors(_ mode: String) {
        let found = metrics { $0.family == .cpu && $0.name == mode }
        guard !found.isEmpty else { return }
        let cores = found.map(\.device).filter { $0.contains("_") }
        // Machines on which only all processors were measured at once have that figure.
        let devices = cores.isEmpty ? ["logical"] : cores
        let table = CardiffTable(machines, devices: devices, isTrusting: isTrusting) {
            $0.measures[Metric(.cpu, mode, $1)]
        }
        var summary = CardiffSummary(title: mode, unit: "")
        for row in table.rows.indices {
            judge(table, row: row, mode, .cpu, &summary, isOwnValue: true)
        }
        finish(summary, table)
        if mode == "loops_per_sec" { examineEfficiency(of: table) }
    }

    /// How the figure of all processors at once stands to what they give one by one.
    private mutating func examineEfficiency(of table: CardiffTable) {
        let count =
            machines.lazy.compactMap { machine in
                machine.document.value("cpu", "logical", "number").flatMap { Double($0) }
            }.last ?? 1
        var (values, remarks): ([Double], [String]) = ([], [])
        for (place, machine) in machines.enumerated() {
            let whole = machine.measures[Metric(.cpu, "loops_per_sec", "logical")]?.value
            let ones = table.sum(of: place) * (count / Double(table.count(of: place)))
            let value = (whole ?? .nan) / ones * 100
            if !value.isFinite, !isTrusting {
                remarks.append("\(machine.name) has not all the figures")
            }
            values.append(value.isFinite || isTrusting ? value : .nan)
        }
        judge(
            values, remarks, "loops_per_sec", "CPU Effi.", .cpuEfficiency,
            summary: "CPU Efficiency", unit: "%")
    }

    private mutating func judge(
        _ values: [Double], _ remarks: [String], _ mode: String, _ title: String,
        _ limits: CardiffLimits, summary name: String, unit: String
    ) {
        var table = CardiffTable(machines.map(\.name))
        table.add(title, values, remarks: remarks)
        var summary = CardiffSummary(title: name, unit: unit)
        judge(table, row: 0, mode, limits, &summary)
        finish(summary, table)
    }

    // MARK: Memory

    private mutating func examineMemory(_ size: String) {
        let (mode, name) = ("Memory benchmark \(size)", "bandwidth_\(size)")
        let found = metrics { $0.family == .memory && $0.name.hasSuffix(name) }
        let cores = found.filter { $0.name == name && $0.device.hasPrefix("logical_") }
        let whole = ["threaded_\(name)", "forked_\(name)"]
        let hasWhole = found.contains { whole.contains($0.name) }
        let devices = cores.isEmpty && hasWhole ? ["logical"] : cores.map(\.device)
        let table = CardiffTable(machines, devices: devices, isTrusting: isTrusting) {
            machine, device in
            guard device == "logical" else {
                return machine.measures[Metric(.memory, name, device)]
            }
            return Self.whole(machine, name, "forked") ?? Self.whole(machine, name, "threaded")
        }
        var summary = CardiffSummary(title: size, unit: "MB/s")
        for row in table.rows.indices { judge(table, row: row, mode, .memory, &summary) }
        finish(summary, table)
        for (kind, title) in [("threaded", "Thread effi."), ("forked", "Forked Effi.")] {
            examineEfficiency(kind, title, of: table, size)
        }
    }

    private static func whole(
        _ machine: BenchmarkedMachine, _ name: String, _ kind: String
    ) -> Measure? {
        machine.measures.values.first {
            $0.key.family == .memory && $0.key.name == "\(kind)_\(name)"
        }?.value
    }

    private mutating func examineEfficiency(
        _ kind: String, _ title: String, of table: CardiffTable, _ size: String
    ) {
        let name = "bandwidth_\(size)"
        var (values, remarks): ([Double], [String]) = ([], [])
        for (place, machine) in machines.enumerated() {
            let figures = ["threaded", "forked"].map { Self.whole(machine, name, $0)?.value ?? 0 }
            let ones = table.sum(of: place)
            let isComplete = ones > 0 && figures.allSatisfy { $0 > 0 }
            values.append(isComplete ? figures[kind == "threaded" ? 0 : 1] / ones * 100 : .nan)
            if !isComplete { remarks.append("\(machine.name) has not all the figures") }
        }
        guard values.contains(where: { !$0.isNaN }) else {
            notRun.append(.init(mode: "Memory benchmark \(size)", title: title))
            return
        }
        judge(
            values, isTrusting ? [] : remarks, "Memory benchmark \(size)", title,
            .memoryEfficiency, summary: "\(size) \(title)", unit: "%")
    }

    // MARK: Network

    private mutating func examineNetwork(_ mode: String) {
        let found = metrics { $0.family == .network && $0.device == mode }
        guard !found.isEmpty else { return }
        let values = machines.map { machine in
            let figures = found.compactMap { machine.measures[$0]?.value }
            return figures.isEmpty ? .nan : figures.reduce(0, +)
        }
        let missing = zip(machines, values).filter { $1.isNaN }
        judge(
            values, isTrusting ? [] : missing.map { "\($0.0.name) was not measured" }, mode, mode,
            .network, summary: "\(Self.padded(mode, 30)) \(mode)",
            unit: mode == "bandwidth" ? "MB/sec" : "RRQ/sec")
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    // MARK: Judging

    private mutating func finish(_ summary: CardiffSummary, _ table: CardiffTable) {
        var summary = summary
        for place in machines.indices { summary.sums[table.machines[place]] = table.sum(of: place) }
        if !defects.contains(.machineListedTwice) { summary.settle() }
        summaries.append(summary)
    }

    /// - Parameter isOwnValue: whether a machine's figure of this device is held against the
    ///   group's, as for processors, instead of its mean over all devices.
    private mutating func judge(
        _ table: CardiffTable, row: Int, _ mode: String, _ limits: CardiffLimits,
        _ summary: inout CardiffSummary, isOwnValue: Bool = false
    ) {
        let (title, values) = table.rows[row]
        let statistics = SampleStatistics(values)
        let percent = statistics.deviationPercent
        var curious: [CardiffFinding.Curious] = []
        for place in machines.indices {
            let name = machines[place].name
            if values[place].isNaN, !isTrusting {
                summary.notMeasured.append(name)
            } else if percent > limits.maximum {
                if !summary.isCurious(name) { summary.unstable.append(name) }
            } else {
                let value = isOwnValue ? values[place] : table.mean(of: place)
                let reach = 2 * statistics.deviation
                let isOver = value > statistics.mean + reach
                if percent > limits.minimum, isOver || value < statistics.mean - reach {
                    curious.append(.init(machine: name, value: value, isOver: isOver))
                    summary.add(curious: name)
                } else {
                    summary.add(consistent: name)
                }
            }
        }
        findings.append(
            CardiffFinding(
                mode: mode, title: title, limits: limits, minimum: statistics.minimum,
                mean: statistics.mean, maximum: statistics.maximum,
                deviation: statistics.deviation, deviationPercent: percent,
                outcome: outcome(statistics, limits, curious), curious: curious,
                remarks: remarks(statistics, table.remarks[title] ?? [])))
    }

    private func outcome(
        _ statistics: SampleStatistics, _ limits: CardiffLimits,
        _ curious: [CardiffFinding.Curious]
    ) -> CardiffFinding.Outcome {
        if statistics.deviationPercent > limits.maximum { return .unstable }
        if statistics.count == 0, !isTrusting { return .notMeasured }
        return curious.isEmpty ? .consistent : .suspicious
    }

    private func remarks(_ statistics: SampleStatistics, _ others: [String]) -> [String] {
        guard !isTrusting else { return [] }
        return (statistics.count == 1 ? ["one machine: nothing to compare it with"] : []) + others
    }
}
