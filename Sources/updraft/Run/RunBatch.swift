import Harness

/// Several runs in several processes, their results in the order in which they were asked for.
struct RunBatch {
    let jobs: [RunJob]
    let width: Int
    /// Does one of them.
    let perform: @Sendable (RunJob) async -> ChildRun.Result

    /// - Parameter tell: is called with each result in order, as soon as it and all before it are
    ///   there.
    /// - Returns: the jobs that were done, with their results; fewer than were asked for where
    ///   somebody stopped it.
    func run(
        tell: (RunJob, ChildRun.Result) -> Void
    ) async -> [(RunJob, ChildRun.Result)] {
        var results: [Int: ChildRun.Result] = [:]
        var (started, told) = (0, 0)
        await withTaskGroup(of: (Int, Box).self) { group in
            while started < min(width, jobs.count) {
                start(&started, in: &group)
            }
            for await (index, box) in group {
                results[index] = box.result
                while let result = results[told] {
                    tell(jobs[told], result)
                    told += 1
                }
                if started < jobs.count, !Signals.wantEnd { start(&started, in: &group) }
            }
        }
        return jobs.indices.compactMap { index in results[index].map { (jobs[index], $0) } }
    }

    /// Hands a result over from the task that made it.
    private struct Box: Sendable { let result: ChildRun.Result }

    private func start(_ started: inout Int, in group: inout TaskGroup<(Int, Box)>) {
        let (index, job, perform) = (started, jobs[started], perform)
        started += 1
        group.addTask { (index, Box(result: await perform(job))) }
    }
}
