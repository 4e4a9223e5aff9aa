import Harness

/// Makes a failing run smaller as long as it still fails with the same signature.
///
/// Delta debugging (Zeller and Hildebrandt, 2002) over a list of reductions, the most valuable
/// first. Several are tried at the same time, and the first in the list that still fails is taken,
/// so that what comes of it does not hang on which run is quicker.
public final class Shrinker {
    /// What came of it.
    public struct Result: Sendable {
        public let probe: Probe
        /// What was taken away, in words, in order.
        public let removed: [String]
        public let runs: Int
        /// Whether nothing more could be taken away; time was up otherwise.
        public let isMinimal: Bool
    }

    /// Other seeds that a smaller scenario is given where its first does not fail: with anything
    /// less in it, chance falls otherwise.
    private static let otherSeeds: [UInt64] = [1, 2, 3, 4]
    /// How many of them, by how many of them the whole scenario fails with: what fails with all of
    /// them hangs on none, and a smaller scenario that fails with one would fail with the next.
    private static let seedsTried = [5, 4, 3, 2, 2]

    private let signature: FailureSignature
    private let loop: ProbeLoop
    private let width: Int
    private var best: Probe
    private var removed: [String] = []
    private var seedCount = 1
    private var verdicts: [Probe: Bool] = [:]
    /// What was the smallest once, whatever its seed: nobody goes back to it.
    private var passed: Set<Probe> = []
    public private(set) var runs = 0

    /// - Parameters:
    ///   - probe: a run that fails with the signature.
    ///   - width: reductions tried at the same time.
    public init(
        _ probe: Probe, _ signature: FailureSignature, loop: ProbeLoop, width: Int
    ) {
        best = probe
        self.signature = signature
        self.loop = loop
        self.width = width
    }

    /// - Parameters:
    ///   - isOver: whether somebody wants the end; the smallest so far is returned then.
    ///   - tell: is told of each reduction that was taken.
    public func run(isOver: () -> Bool, tell: (String) -> Void) async -> Result {
        await calibrate()
        var isMinimal = false
        while !isMinimal, !isOver() {
            let before = removed.count
            await pass(isOver, tell)
            isMinimal = removed.count == before && !isOver()
        }
        return Result(probe: best, removed: removed, runs: runs, isMinimal: isMinimal)
    }

    private func calibrate() async {
        let results = await loop.results(of: Self.otherSeeds.map { reseeded(best, $0) })
        runs += results.count
        seedCount = Self.seedsTried[results.count { $0.signature == signature }]
    }

    private func reseeded(_ probe: Probe, _ seed: UInt64) -> Probe {
        var probe = probe
        probe.seed = seed
        return probe
    }

    /// Every reduction once.
    private func pass(_ isOver: () -> Bool, _ tell: (String) -> Void) async {
        var tried: Set<String> = []
        while !isOver() {
            let untried = Reductions(probe: best).all
                .filter {
                    !tried.contains($0.what) && verdicts[$0.probe] != false
                        && !passed.contains(reseeded($0.probe, 0))
                }
                .prefix(width)
            guard !untried.isEmpty else { return }
            let taken = await firstFailing(among: Array(untried), isOver)
            guard let taken else {
                tried.formUnion(untried.map(\.what))
                continue
            }
            passed.insert(reseeded(best, 0))
            best = taken.probe
            removed.append(taken.what)
            tried.formUnion(untried.prefix { $0.what != taken.what }.map(\.what))
            tell(taken.what)
        }
    }

    private func firstFailing(
        among reductions: [Reduction], _ isOver: () -> Bool
    ) async -> Reduction? {
        var open = reductions
        let seeds = [best.seed] + Self.otherSeeds.filter { $0 != best.seed }
        for seed in seeds.prefix(seedCount) where !open.isEmpty && !isOver() {
            let probes = open.map { reseeded($0.probe, seed) }
            let results = await loop.results(of: probes)
            runs += results.count { $0.isVerdict }
            let failing = results.indices.first { results[$0].signature == signature }
            if let failing { return Reduction(what: open[failing].what, probe: probes[failing]) }
            open = open.indices.filter { Self.isWorthAnother(results[$0]) }.map { open[$0] }
        }
        if !isOver() { for reduction in reductions { verdicts[reduction.probe] = false } }
        return nil
    }

    /// What cannot be read with one seed cannot with another.
    private static func isWorthAnother(_ result: ProbeResult) -> Bool {
        if case .refused = result { false } else { true }
    }
}
