import Documents
import Hardware
import OrderedCollections

extension BenchmarkReport {
    /// The report as JSON, one document. Numbers that are none are null.
    public var json: String { document.indentedJSON }

    private var document: DocumentValue {
        var entries: [(String, DocumentValue)] = [
            ("machines", .integer(fleet.machines.count)),
            ("problems", .list(fleet.problems.map { .string($0.description) })),
            (
                "groups",
                .list(
                    groups.enumerated().filter { isShown($0.offset) }.map {
                        [
                            "number": .integer($0.offset),
                            "machines": .list($0.element.map { .string($0) }),
                        ]
                    })
            ),
        ]
        switch findings {
        case .robust(let report): entries += robust(report)
        case .cardiff(let report): entries += cardiff(report)
        }
        if let drift { entries.append(("drift", Self.drift(drift))) }
        return .map(.init(uniqueKeysWithValues: entries))
    }

    private static func number(_ value: Double) -> DocumentValue {
        value.isFinite ? .real(value) : .null
    }

    private func robust(_ report: RobustReport) -> [(String, DocumentValue)] {
        [
            ("method", "robust"),
            ("false_discovery_rate", .real(report.terms.falseDiscoveryRate.value)),
            ("minimum_effect", .real(report.terms.minimumEffect.value)),
            (
                "verdicts",
                .list(report.verdicts.filter { isShown($0.group) }.map(Self.verdict))
            ),
            ("splits", .list(report.splits.filter { isShown($0.group) }.map(Self.split))),
        ]
    }

    private static func verdict(_ verdict: MachineVerdict) -> DocumentValue {
        [
            "machine": .string(verdict.machine), "group": .integer(verdict.group),
            "verdict": .string(verdict.status.rawValue),
            "reason": verdict.reason.map { .string($0) } ?? .null,
            "chance": number(verdict.chance),
            "deviations": .list(verdict.deviations.map(deviation)),
            "remarks": .list(verdict.remarks.map { .string($0) }),
        ]
    }

    private static func deviation(_ deviation: Deviation) -> DocumentValue {
        [
            "family": .string(deviation.metric.family.rawValue),
            "metric": .string(deviation.metric.name), "device": .string(deviation.metric.device),
            "value": number(deviation.value), "centre": number(deviation.centre),
            "least": number(deviation.range.lowerBound),
            "most": number(deviation.range.upperBound), "effect": number(deviation.effect),
            "score": number(deviation.score), "chance": number(deviation.chance),
            "cause": .string(deviation.cause),
        ]
    }

    private static func split(_ split: GroupSplit) -> DocumentValue {
        [
            "group": .integer(split.group),
            "metrics": .list(split.metrics.map { .string($0.description) }),
            "slower": .list(split.slower.map { .string($0) }),
            "faster": .list(split.faster.map { .string($0) }),
            "effect": number(split.effect),
            "causes": .list(split.causes.map { .string($0.text) }),
        ]
    }

    private func cardiff(_ report: CardiffReport) -> [(String, DocumentValue)] {
        let findings = report.groups.filter { isShown($0.number) }.flatMap { group in
            group.findings.map { Self.finding($0, group.number) }
        }
        return [("method", "cardiff"), ("findings", .list(findings))]
    }

    private static func finding(_ finding: CardiffFinding, _ group: Int) -> DocumentValue {
        [
            "group": .integer(group), "benchmark": .string(finding.mode),
            "of": .string(finding.title), "least": number(finding.minimum),
            "mean": number(finding.mean), "most": number(finding.maximum),
            "deviation": number(finding.deviation),
            "deviation_percent": number(finding.deviationPercent),
            "verdict": .string(finding.outcome.rawValue),
            "curious": .list(
                finding.curious.map {
                    [
                        "machine": .string($0.machine), "value": number($0.value),
                        "over": .bool($0.isOver),
                    ]
                }),
            "remarks": .list(finding.remarks.map { .string($0) }),
        ]
    }

    private static func drift(_ drift: DriftReport) -> DocumentValue {
        [
            "slower": .list(drift.slower.map(verdict)),
            "shifts": .list(
                drift.shifts.map {
                    [
                        "group": .integer($0.group), "metric": .string($0.metric.description),
                        "effect": number($0.effect),
                    ]
                }), "new": .list(drift.new.map { .string($0) }),
            "gone": .list(drift.gone.map { .string($0) }),
        ]
    }
}
