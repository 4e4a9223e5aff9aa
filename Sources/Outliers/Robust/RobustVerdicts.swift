import OrderedCollections

/// Puts what was found of a group's machines into verdicts.
struct RobustVerdicts {
    private let group: RobustGroup
    private let slow: JudgedGroup
    private let fast: JudgedGroup
    private let slowMachines: Set<Int>
    private let fastMachines: Set<Int>

    init(group: RobustGroup, slow: JudgedGroup, fast: JudgedGroup) {
        self.group = group
        self.slow = slow
        self.fast = fast
        slowMachines = Set(group.machines.indices.filter(slow.isFound))
        fastMachines = Set(group.machines.indices.filter(fast.isFound))
    }

    var all: [MachineVerdict] {
        let usual = usualMetrics
        return group.machines.indices.map { verdict($0, usual: usual) }
    }

    /// Metrics that at least half of the group have, and at least two machines.
    private var usualMetrics: [Metric] {
        group.columns.filter { column in
            let count = column.values.count { !$0.isNaN }
            return count > 1 && 2 * count >= group.machines.count
        }.map(\.metric)
    }

    private func verdict(_ place: Int, usual: [Metric]) -> MachineVerdict {
        let machine = group.machines[place]
        let faults = machine.measures.values.compactMap { metric, measure in
            measure.value == nil ? "\(metric) \(measure)" : nil
        }
        let missing = usual.filter { machine.measures[$0] == nil }
        let isSick = slowMachines.contains(place)
        let isFast = fastMachines.contains(place)
        var remarks = faults
        if !missing.isEmpty, machine.measures.values.count > 0 { remarks.append(lack(missing)) }
        let status: MachineVerdict.Status =
            if isSick {
                .sick
            } else if !faults.isEmpty {
                .faulty
            } else if machine.measures.values.isEmpty {
                .notMeasured
            } else if !missing.isEmpty {
                .incomplete
            } else if slow.wholes[place] == nil {
                .alone
            } else {
                isFast ? .fast : .consistent
            }
        remarks += remark(status)
        let found = isSick ? slow : fast
        return MachineVerdict(
            machine: machine.name, group: group.number, status: status,
            deviations: isSick || isFast ? deviations(place, found, isSlow: isSick) : [],
            remarks: remarks, chance: slow.wholes[place] ?? 1)
    }

    private func lack(_ missing: [Metric]) -> String {
        let more = missing.count > 1 ? " and \(missing.count - 1) more" : ""
        return "lacks \(missing[0])\(more), which its group has"
    }

    private func remark(_ status: MachineVerdict.Status) -> [String] {
        switch status {
        case .alone:
            let count = group.machines.count
            return [
                count == 1
                    ? "no other machine has this hardware: nothing to compare with"
                    : "only \(count) machines have this hardware: nobody can say which is right"
            ]
        case .notMeasured: return ["has no benchmarks among its facts"]
        case .sick, .faulty, .incomplete, .fast, .consistent: return []
        }
    }

    private func deviations(_ place: Int, _ judged: JudgedGroup, isSlow: Bool) -> [Deviation] {
        let columns = judged.columns(of: group, place)
        return columns.map { index in
            let column = group.columns[index]
            let kin = group.columns.indices.filter { other in
                group.columns[other].metric.name == column.metric.name
                    && !group.columns[other].scores[place].isNaN
            }
            let deviating = kin.count { abs(group.columns[$0].scores[place]) > 2 }
            return Deviation(
                metric: column.metric, value: column.values[place], centre: column.centres[place],
                range: range(column, place), effect: column.effects[place],
                score: column.scores[place], chance: judged.figures[index][place],
                cause: UsualCause.text(
                    column.metric, isSlow: isSlow, kin: (deviating, kin.count)))
        }
    }

    private func range(_ column: RobustColumn, _ place: Int) -> ClosedRange<Double> {
        let part = column.parts.first { $0.contains(place) } ?? []
        let others = part.filter { other in
            other != place && !slowMachines.contains(other) && !fastMachines.contains(other)
        }.map { column.values[$0] }
        let centre = column.centres[place]
        return min(centre, others.min() ?? centre)...max(centre, others.max() ?? centre)
    }
}
