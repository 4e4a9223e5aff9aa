import BareMetal
import Facts
import OrderedCollections
import Outliers
import Plans

/// Which machines of a fleet are unfit, by the method that its operator chose. Pure.
struct BenchmarkRuling {
    typealias Verdict = (part: String, reason: String)

    /// By node.
    let unfit: OrderedDictionary<String, Verdict>

    init(_ reports: [IntrospectionData], plan: IntrospectionPlan) {
        var documents: [FactDocument] = []
        var found: OrderedDictionary<String, Verdict> = [:]
        for report in reports {
            do throws(FactDocumentError) {
                documents.append(try FactDocument(report.raw, origin: report.id))
            } catch {
                found[report.id] = ("report", "benchmark without meaning: \(error)")
            }
        }
        let fleet = BenchmarkedFleet(documents, naming: .document)
        let judged =
            switch plan.method {
            case .robust: Self.robust(fleet, plan)
            case .cardiff: Self.cardiff(fleet)
            }
        unfit = found.merging(judged) { unread, _ in unread }
    }

    /// Machines that are out of line, and heaps of them.
    private static func robust(
        _ fleet: BenchmarkedFleet, _ plan: IntrospectionPlan
    ) -> OrderedDictionary<String, Verdict> {
        let terms = RobustTerms(
            falseDiscoveryRate: plan.falseDiscoveryRate, minimumEffect: plan.minimumEffect)
        let report = RobustReport(fleet, terms: terms)
        let verdicts = report.verdicts.filter(\.isUnfit).map { verdict in
            let part = verdict.deviations.first.map { Self.part($0.metric) }
            return (
                verdict.machine, (part ?? "figures", verdict.reason ?? verdict.status.rawValue)
            )
        }
        return OrderedDictionary(
            verdicts + report.splits.flatMap { unfit($0, in: fleet) },
            uniquingKeysWith: { first, _ in first })
    }

    /// How much less a heap must give to be kept away as a whole.
    private static let heapEffect = -0.1

    /// The slower heap of a group that fell into two, where it is the smaller one and no fact of
    /// the hardware tells why: half a rack that is too hot is no other kind of machine.
    private static func unfit(
        _ split: GroupSplit, in fleet: BenchmarkedFleet
    ) -> [(String, Verdict)] {
        guard split.causes.isEmpty, split.effect <= heapEffect, let metric = split.metrics.first,
            split.slower.count < split.faster.count
        else { return [] }
        let reason =
            "benchmark outlier: with \(split.slower.count) machines \(metric) is about "
            + "\(split.lowCentre.rounded()), and \(split.highCentre.rounded()) with "
            + "\(split.faster.count) of the same hardware (heat, power or a setting)"
        let slower = Set(split.slower)
        // Who is nearer to the others is none of them.
        return fleet.machines.filter { machine in
            guard slower.contains(machine.name), let value = machine.measures[metric]?.value else {
                return false
            }
            return abs(value - split.lowCentre) < abs(value - split.highCentre)
        }.map { ($0.name, (part(metric), reason)) }
    }

    /// Whom the reference calls curious, and under what its group gives; of an unstable group it
    /// names nobody.
    private static func cardiff(_ fleet: BenchmarkedFleet) -> OrderedDictionary<String, Verdict> {
        var found: OrderedDictionary<String, Verdict> = [:]
        for group in CardiffReport(fleet).groups {
            for finding in group.findings {
                for curious in finding.curious where !curious.isOver {
                    guard found[curious.machine] == nil else { continue }
                    let range = finding.allowed.map { "\($0.lowerBound) to \($0.upperBound)" }
                    found[curious.machine] = (
                        finding.title,
                        "benchmark outlier: \(finding.mode) is \(curious.value), its group's "
                            + "\(finding.mean) (\(range ?? "nothing to compare with"))"
                    )
                }
            }
        }
        return found
    }

    private static func part(_ metric: Metric) -> String {
        switch metric.family {
        case .cpu: "processors"
        case .memory: "memory"
        case .disk: "disk \(metric.device)"
        case .network: "network"
        }
    }
}
