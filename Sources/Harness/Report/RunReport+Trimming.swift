extension RunReport {
    /// The same without what only the comparison of two runs needs.
    var withoutCheckpoints: RunReport {
        var trimmed = self
        trimmed.trace = TraceReport(
            hash: trace.hash, events: trace.events, checkpoints: [], recorded: trace.recorded)
        return trimmed
    }
}
