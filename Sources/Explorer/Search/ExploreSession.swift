import Hardware
public import Harness
public import Histories
import World

/// A search over scenarios: which run comes next, and what was found so far.
public final class ExploreSession {
    /// What a run's result brought.
    public struct News {
        /// A failure that nobody had seen, or a simpler run of a known one.
        public let group: FoundFailures.Group?
        /// Situations that no run had been in.
        public let newPairs: Int
    }

    private let searches: [SwarmSearch]
    private var seeds: ClosedRange<UInt64>
    private var turn = 0
    private var pairs: Set<RunCoverage.Pair> = []
    private var sites: Set<String> = []
    private var caught: Set<Int> = []

    public private(set) var failures = FoundFailures()
    public private(set) var runs = 0
    /// Runs of scenarios without a planted bug that passed.
    private var passed = 0
    public private(set) var failed = 0
    /// Runs without a budget that did not end whole, which says nothing.
    public private(set) var unjudged = 0
    /// Runs that could not be made at all, with the first reason.
    public private(set) var refused: [String] = []

    /// - Parameter seeds: each is one run of each scenario, besides those told by then.
    public init(_ searches: [SwarmSearch], seeds: ClosedRange<UInt64>) {
        self.searches = searches
        self.seeds = seeds
    }

    /// The next run, scenarios by turns; nil where all were made.
    public func next() -> (Int, Probe)? {
        guard !searches.isEmpty else { return nil }
        let (round, place) = (UInt64(turn / searches.count), turn % searches.count)
        guard round <= seeds.upperBound - seeds.lowerBound else { return nil }
        turn += 1
        return (place, searches[place].probe(seed: seeds.lowerBound + round))
    }

    /// How many runs there are to be in all, those with nothing drawn among them.
    public var planned: Int { searches.count * (seeds.count + 1) }

    public func tell(_ place: Int, _ probe: Probe, _ result: ProbeResult) -> News {
        let known = pairs.count
        if let report = result.report {
            pairs.formUnion(report.coverage.pairs)
            sites.formUnion(report.coverage.sites.map(\.kind))
        }
        if case .refused(let problems) = result { refused.append(problems.description) }
        guard result.isVerdict else { return News(group: nil, newPairs: 0) }
        runs += 1
        return News(
            group: judge(place, probe, result), newPairs: pairs.count - known)
    }

    private func judge(
        _ place: Int, _ probe: Probe, _ result: ProbeResult
    ) -> FoundFailures.Group? {
        let scenario = searches[place].scenario
        switch SearchJudgement(result, of: scenario) {
        case .passed:
            passed += scenario.plantedBug == nil ? 1 : 0
            return nil
        case .unjudged:
            unjudged += 1
            return nil
        case .planted(let signature):
            caught.insert(place)
            return failures.add(
                signature, probe, source: scenario.file, detail: result.detail)
        case .failed(let signature):
            failed += 1
            return failures.add(
                signature, probe, source: scenario.file, detail: result.detail)
        }
    }

    /// Scenarios with a planted bug that no run has met.
    public var unmet: [Scenario] {
        searches.indices.filter { searches[$0].scenario.plantedBug != nil && !caught.contains($0) }
            .map { searches[$0].scenario }
    }

    /// Whether a failure is the one that its scenario planted.
    public func isPlanted(_ group: FoundFailures.Group) -> Bool {
        searches.contains {
            $0.scenario.file == group.source
                && SearchJudgement.isPlanted(group.signature, in: $0.scenario)
        }
    }

    /// (state × fault) pairs that some run was in, in order.
    public var coverage: [RunCoverage.Pair] { pairs.sorted() }

    /// Fault sites of the control plane's code that were let fail in some run, in order.
    public var codeSites: [String] { sites.sorted() }

    /// Of runs that say something about Updraft: neither those of planted bugs nor unjudged ones.
    public var bound: FailureBound { FailureBound(failures: failed, runs: passed + failed) }
}
