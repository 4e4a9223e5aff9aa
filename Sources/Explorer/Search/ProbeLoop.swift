/// Makes runs, several at a time, for as long as somebody has another one to make.
public struct ProbeLoop: Sendable {
    private let prober: any Prober
    private let width: Int

    /// - Parameter width: runs at the same time, at least one.
    public init(_ prober: any Prober, width: Int) {
        precondition(width >= 1, "Nothing is done by nobody.")
        self.prober = prober
        self.width = width
    }

    /// - Parameters:
    ///   - next: the next run; nil where there is none for now. It is asked again after each that
    ///     ends, and for the last time when none is under way.
    ///   - tell: is told of each result, in the order in which they come.
    public func run<Tag: Sendable>(
        next: () -> (Tag, Probe)?, tell: (Tag, Probe, ProbeResult) -> Void
    ) async {
        await withTaskGroup(of: (Tag, Probe, ProbeResult).self) { group in
            var underWay = 0
            while true {
                while underWay < width, let (tag, probe) = next() {
                    underWay += 1
                    group.addTask { [prober] in (tag, probe, await prober.result(of: probe)) }
                }
                guard underWay > 0, let (tag, probe, result) = await group.next() else { return }
                underWay -= 1
                tell(tag, probe, result)
            }
        }
    }

    /// The results of several runs, in the order in which they were asked for.
    public func results(of probes: [Probe]) async -> [ProbeResult] {
        var results: [Int: ProbeResult] = [:]
        var started = 0
        await run(
            next: {
                guard started < probes.count else { return nil }
                defer { started += 1 }
                return (started, probes[started])
            }, tell: { index, _, result in results[index] = result })
        return probes.indices.map { results[$0] ?? .stopped }
    }
}
