import ArgumentParser
import Explorer
import Harness

extension SearchReport {
    /// The gravest of what was found.
    var exitCode: ExitCode {
        let statuses = failures.filter { !$0.isPlanted }.map { Self.status(of: $0.check) }
        for status: Int32 in [70, 1, 3, 2] where statuses.contains(status) {
            return ExitCode(status)
        }
        return unmetBugs.isEmpty ? .success : ExitStatus.failed
    }

    static func status(of check: String) -> Int32 {
        switch check {
        case FailureSignature.crash, FailureSignature.time, FailureSignature.memory:
            ExitStatus.internalFailure.rawValue
        case RunOutcome.undetermined.rawValue: RunOutcome.undetermined.exitStatus
        case FailureSignature.unconverged, "deadlock", "virtual-time":
            RunOutcome.unconverged.exitStatus
        default: RunOutcome.unsafe.exitStatus
        }
    }
}
