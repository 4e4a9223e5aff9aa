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

    private static func robust(
        _ fleet: BenchmarkedFleet, _ plan: IntrospectionPlan
    ) -> OrderedDictionary<String, Verdict> {
        let terms = RobustTerms(
            falseDiscoveryRate: plan.falseDiscoveryRate, minimumEffect: plan.minimumEffect)
        let verdicts = RobustReport(fleet, terms: terms).verdicts.filter(\.isUnfit)
        return OrderedDictionary(
            verdicts.map { verdict in
                let part = verdict.deviations.first.map { Self.part($0.metric) }
                return (
                    verdict.machine,
                    (part ?? "figures", verdict.reason ?? verdict.status.rawValue)
                )
            }, uniquingKeysWith: { first, _ in first })
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
