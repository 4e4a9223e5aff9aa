import ArgumentParser
import Explorer
import Foundation

/// What all commands that search have in common.
struct SearchOptions: ParsableArguments {
    @Option(help: "How many runs at the same time. Default: one for each processor.")
    var jobs: Int?

    @Option(
        help: ArgumentHelp(
            "Longest that one run may take, as 90s or 10m; a longer one is a finding.",
            valueName: "time"))
    var runTime = TimeOption(.seconds(300))

    @Option(help: "Most memory that one run may take, in MiB; more is a finding.")
    var runMemory = 4096

    func validate() throws {
        guard (jobs ?? 1) >= 1 else { throw ValidationError("--jobs must be at least 1.") }
        guard runMemory >= 1 else { throw ValidationError("--run-memory must be at least 1.") }
    }

    var width: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }

    func prober() -> ChildProber {
        ChildProber(
            folder: SearchFolder(),
            limits: ChildLimits(time: runTime.duration, memory: Int64(runMemory) << 20))
    }
}
