public import Harness
public import Histories
import World

/// A gate's choice among scenarios: the next run goes where a second of it has told most of late.
///
/// What a run tells is a failure, or situations that no run was in yet. Scenarios that were not run
/// for long have their chance by an optimistic guess, so that none is ever given up.
public final class GateSession {
    /// What is known of a scenario's runs.
    private struct Record {
        var nextSeed: UInt64
        var runs = 0
        /// Of the last runs, how much each told; a failure counts as many situations.
        var news = 0.0
        var seconds = 1.0
        var underWay = 0
    }

    /// Weight of the newest run among the last ones.
    private static let weight = 0.3
    private static let failureNews = 20.0
    /// What a scenario nobody has run is guessed to tell.
    private static let guess = 30.0

    public let searches: [SwarmSearch]
    private var records: [Record]
    private var pairs: Set<RunCoverage.Pair> = []
    private let quarantine: Quarantine
    private let day: String

    public private(set) var failures = FoundFailures()
    public private(set) var runs = 0
    /// Runs of scenarios without a planted bug that passed.
    private var passed = 0
    /// Runs that failed, less those let pass.
    public private(set) var failed = 0
    public private(set) var quarantined = 0
    public private(set) var unjudged = 0
    private var caught: Set<Int> = []

    /// - Parameters:
    ///   - seed: the first one; each scenario goes on from there.
    ///   - day: today, as `2026-12-31`.
    public init(
        _ searches: [SwarmSearch], seed: UInt64, quarantine: Quarantine, day: String
    ) {
        self.searches = searches
        self.quarantine = quarantine
        self.day = day
        records = searches.map { _ in Record(nextSeed: seed) }
    }

    /// The next run; nil where there is no scenario.
    public func next() -> (Int, Probe)? {
        let best = records.indices.max { score(records[$0]) < score(records[$1]) }
        guard let best else { return nil }
        let seed = records[best].nextSeed
        records[best].nextSeed &+= 1
        records[best].underWay += 1
        return (best, searches[best].probe(seed: seed))
    }

    private func score(_ record: Record) -> Double {
        let hope = Self.guess / Double(1 + record.runs)
        return (record.news + hope) / record.seconds / Double(1 + record.underWay)
    }

    /// - Returns: a failure that is new, or a simpler run of one.
    public func tell(_ place: Int, _ probe: Probe, _ result: ProbeResult) -> FoundFailures.Group? {
        records[place].underWay = max(0, records[place].underWay - 1)
        guard result.isVerdict else { return nil }
        let known = pairs.count
        if let report = result.report { pairs.formUnion(report.coverage.pairs) }
        let group = judge(place, probe, result)
        let news = Double(pairs.count - known) + (group == nil ? 0 : Self.failureNews)
        note(news, seconds: result.report?.verdict.wall.duration.seconds ?? 1, at: place)
        return group
    }

    private func note(_ news: Double, seconds: Double, at place: Int) {
        let weight = records[place].runs == 0 ? 1 : Self.weight
        records[place].runs += 1
        records[place].news += weight * (news - records[place].news)
        records[place].seconds += weight * (max(0.01, seconds) - records[place].seconds)
    }

    private func judge(
        _ place: Int, _ probe: Probe, _ result: ProbeResult
    ) -> FoundFailures.Group? {
        runs += 1
        let scenario = searches[place].scenario
        switch SearchJudgement(result, of: scenario) {
        case .passed: passed += scenario.plantedBug == nil ? 1 : 0
        case .unjudged: unjudged += 1
        case .planted: caught.insert(place)
        case .failed(let signature):
            if quarantine.covers(signature, of: scenario.name.text, on: day) {
                quarantined += 1
            } else {
                failed += 1
            }
            return failures.add(
                signature, probe, source: scenario.file, detail: result.detail)
        }
        return nil
    }

    /// Of runs that say something about Updraft: neither those of planted bugs, nor unjudged ones,
    /// nor those let pass.
    public var bound: FailureBound { FailureBound(failures: failed, runs: passed + failed) }

    /// Scenarios with a planted bug that were run, and no run has met it.
    public var unmet: [Scenario] {
        searches.indices.filter { place in
            searches[place].scenario.plantedBug != nil && !caught.contains(place)
                && records[place].runs > 0
        }
        .map { searches[$0].scenario }
    }

    /// How often each scenario was run, in their order.
    public var counts: [(scenario: Scenario, runs: Int)] {
        searches.indices.map { (searches[$0].scenario, records[$0].runs) }
    }

    public var coverage: [RunCoverage.Pair] { pairs.sorted() }
}
