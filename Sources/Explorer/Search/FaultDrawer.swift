import BareMetal
import Hardware
public import Harness
import Plans
import World

/// Draws the faults of a run: some kinds are on in it and others off (swarm testing; Groce et al.,
/// 2012), and what is on comes as often as the budget lets it.
///
/// A drawn fault is an entry of a scenario's `faults`, with its place and its moment written out,
/// so that whoever has the file has the run.
public struct FaultDrawer: Sendable {
    /// Of the runs, those with no fault but the scenario's own.
    private static let plainShare = 0.15
    /// How many of a run's kinds are on, each as likely as any other.
    private static let densities = [0.06, 0.15, 0.4]
    private static let lasting: ClosedRange<Double> = 5...1200
    /// Longest pause after what a fault waits for.
    private static let longestPause = 600.0
    /// Kept between two faults that may not be in force together.
    private static let margin = 1800.0

    /// Of the runs, those in which fault sites are on, and of the sites, those that are.
    private static let siteRuns = 0.3
    private static let siteShare = 0.25
    /// In percent.
    private static let siteChances = [2, 5, 15]
    private static let siteEnd = "2h"

    private let places: Scenario.Places
    private let kinds: [String]
    private let budget: Exploration.Budget
    private let members: Int
    private let baseline: Baseline

    public init(_ scenario: Scenario, baseline: Baseline) {
        places = scenario.places
        let able = scenario.drawableFaults
        kinds = scenario.exploration.faults.map { wanted in able.filter(wanted.contains) } ?? able
        budget = scenario.exploration.budget
        members = scenario.cloud.undercloud.controlNodes
        self.baseline = baseline
    }

    /// The same for the same seed.
    public func faults(seed: UInt64) -> [ScenarioPart] {
        var chance = SearchChance(seed: seed).branch("faults")
        guard !chance.happens(Self.plainShare), let density = chance.pick(Self.densities) else {
            return []
        }
        let isOn = kinds.map { ($0, chance.branch("kind \($0)")) }
            .filter { pair in
                var own = pair.1
                return own.happens(density)
            }
            .map(\.0)
        let count = Int.random(in: 1...max(1, limit), using: &chance)
        var spent = Spending(members: tolerated)
        return (0..<count).compactMap { number in
            var own = chance.branch("fault \(number)")
            return fault(among: isOn.isEmpty ? kinds : isOn, &own, &spent)
        }
    }

    /// Fault sites of the control plane's code: some are on in a run, and those that are fail now
    /// and then (a lottery in two steps, as FoundationDB's BUGGIFY). The same for the same seed.
    public func sites(seed: UInt64) -> [ScenarioPart] {
        var chance = SearchChance(seed: seed).branch("sites")
        guard chance.happens(Self.siteRuns) else { return [] }
        return FaultSite.allCases.compactMap { site in
            var own = chance.branch(site.rawValue)
            guard own.happens(Self.siteShare), let share = own.pick(Self.siteChances) else {
                return nil
            }
            return .flow([
                ("site", .plain(site.rawValue)), ("chance", .plain("\(share)%")),
                ("until", .plain(Self.siteEnd)),
            ])
        }
    }

    private var limit: Int {
        switch budget {
        case .bounded(let budget): budget.faults
        case .unlimited: 2 * FaultBudget.usual.faults
        }
    }

    /// Members that may be gone at the same time; nil where nobody asks.
    private var tolerated: Int? {
        switch budget {
        case .bounded(let budget): budget.members ?? (members - 1) / 2
        case .unlimited: nil
        }
    }

    private func fault(
        among kinds: [String], _ chance: inout SearchChance, _ spent: inout Spending
    ) -> ScenarioPart? {
        guard let kind = chance.pick(kinds) else { return nil }
        let duration = duration(of: kind, &chance)
        let moment = moment(&chance)
        let window = moment.estimate.map { $0...($0 + duration + Self.margin) }
        guard spent.allows(FaultHarm(ofFault: kind), within: window) else { return nil }
        var entries = [("fault", ScenarioPart.plain(kind))]
        entries.append(("where", place(of: kind, moment, &chance)))
        entries += moment.entries
        if let by = by(kind, &chance) { entries.append(("by", .plain(by))) }
        entries.append(("for", .plain("\(Int(duration))s")))
        return .flow(entries)
    }
}

// MARK: - When and how long

extension FaultDrawer {
    private struct Moment {
        let entries: [(String, ScenarioPart)]
        /// Seconds since the run began; nil where nobody knows.
        let estimate: Double?
        let isMachines: Bool
    }

    /// Every order of magnitude as likely as any other.
    private func duration(of kind: String, _ chance: inout SearchChance) -> Double {
        let steps = (Self.lasting.upperBound / Self.lasting.lowerBound).binaryOrder
        let drawn = Double.random(in: 0..<steps, using: &chance)
        let seconds = Self.lasting.lowerBound * Double.powerOfTwo(drawn)
        return max(seconds, Scenario.leastDuration(ofFault: kind).seconds).rounded()
    }

    private func moment(_ chance: inout SearchChance) -> Moment {
        let pause = chance.happens(0.3) ? 0 : Double.random(in: 0..<1, using: &chance)
        if chance.happens(0.5), let event = chance.pick(baseline.events) {
            let nth = chance.happens(0.5) ? 1 : Int.random(in: 1...event.count, using: &chance)
            let on = ScenarioPart.flow([
                ("event", .plain(event.kind)), ("nth", .plain("\(nth)")),
            ])
            let after = (pause * pause * pause * Self.longestPause).rounded()
            return Moment(
                entries: [("on", on), ("after", .plain("\(Int(after))s"))], estimate: nil,
                isMachines: event.isMachines)
        }
        guard let phase = chance.pick(baseline.phases) else {
            return Moment(entries: [("at", .plain("0s"))], estimate: 0, isMachines: false)
        }
        let after = (pause * min(phase.seconds, 4 * 3600)).rounded()
        return Moment(
            entries: [
                ("on", .flow([("phase", .plain(phase.name))])), ("after", .plain("\(Int(after))s")),
            ],
            estimate: phase.began + after, isMachines: false)
    }

    private func by(_ kind: String, _ chance: inout SearchChance) -> String? {
        let sign = chance.happens(0.5) ? "-" : ""
        return switch kind {
        case ControlFault.clockStep.rawValue:
            "\(sign)\(Int.random(in: 1...600, using: &chance))s"
        case ControlFault.clockDrift.rawValue:
            "\(sign)\(Int.random(in: 10...500, using: &chance))ppm"
        default: nil
        }
    }
}

// MARK: - Where

extension FaultDrawer {
    private func place(
        of kind: String, _ moment: Moment, _ chance: inout SearchChance
    ) -> ScenarioPart {
        if let site = SiteFault(rawValue: kind) { return place(of: site, &chance) }
        if kind == ControlFault.processKill.rawValue || kind.hasPrefix("clock-") {
            return .plain(chance.pick(["leader", "leader", "conductor", "seed"]) ?? "leader")
        }
        if moment.isMachines, chance.happens(0.5) { return .plain("subject") }
        switch Int.random(in: 0..<10, using: &chance) {
        case 0, 1: return .plain("leader")
        case 2: return .plain("conductor")
        case 3, 4: return selected("role", chance.pick(places.roles)?.text)
        default: return selected("machine", chance.pick(places.machines)?.text)
        }
    }

    private func place(of site: SiteFault, _ chance: inout SearchChance) -> ScenarioPart {
        switch site {
        case .feedLoss: return selected("feed", chance.pick(places.feeds)?.text)
        case .breakerTrip where chance.happens(0.5):
            guard let rack = chance.pick(places.racks), let feed = chance.pick(places.feeds) else {
                return .plain("any")
            }
            return selected("pdu", "\(rack)/\(feed)")
        default: return selected("rack", chance.pick(places.racks)?.text)
        }
    }

    private func selected(_ selector: String, _ name: String?) -> ScenarioPart {
        guard let name else { return .plain("any") }
        return .flow([(selector, ScenarioPart(.scalar(name, isPlain: name.isPlainWord)))])
    }
}
