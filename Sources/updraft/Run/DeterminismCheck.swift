import Harness

/// Runs the same parameters in two processes that hash differently, and tells where they part.
struct DeterminismCheck {
    let job: RunJob
    let isQuiet: Bool

    func run() async -> ChildRun.Result {
        let seeded = await child(job, .seeded)
        guard case .report(var first) = seeded else { return seeded }
        var unreported = job
        unreported.window = nil
        let fixed = await child(unreported, .fixed)
        guard case .report(let second) = fixed else { return fixed }
        if first.verdict.outcome == .interrupted { return .report(first) }
        if second.verdict.outcome == .interrupted { return .report(second) }
        guard let window = first.trace.divergence(from: second.trace) else {
            return .report(first)
        }
        first.verdict.outcome = .undetermined
        await tellDifference(in: window, first, second)
        return .report(first)
    }

    private func child(_ job: RunJob, _ hashing: ChildRun.Hashing) async -> ChildRun.Result {
        await ChildRun(job, messages: .kept, hashing: hashing, isQuiet: isQuiet).run()
    }

    private func tellDifference(
        in window: ClosedRange<Int64>, _ first: RunReport, _ second: RunReport
    ) async {
        var recording = job
        recording.window = EventWindow(window)
        var lines = [
            "not deterministic: \(job.parameters.replayCommand)",
            "  trace \(first.trace.hash) with hashing seeded anew, \(second.trace.hash) with "
                + "SWIFT_DETERMINISTIC_HASHING",
            "  they part among events \(window.lowerBound) to \(window.upperBound)",
        ]
        if case .report(let left) = await child(recording, .seeded),
            case .report(let right) = await child(recording, .fixed),
            let difference = left.trace.firstDifference(from: right.trace)
        {
            lines.append("  seeded: \(difference.0?.description ?? "the run had ended")")
            lines.append("  fixed:  \(difference.1?.description ?? "the run had ended")")
        } else {
            lines.append("  two more runs did not part there: it does not always happen")
        }
        StandardError.print(lines.joined(separator: "\n"))
    }
}
